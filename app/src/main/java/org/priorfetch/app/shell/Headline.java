package org.priorfetch.app.shell;

import org.priorfetch.app.controls.Mark;

/** The state of everything in one line. */
record Headline(Mark mark, String text) {}
