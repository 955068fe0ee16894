package org.priorfetch.app.reports;

import org.priorfetch.app.controls.Mark;

/** What is shown of an alert. */
record AlertLine(Mark mark, String text, String since, String advice) {}
