package org.priorfetch.app.controls;


/** The state of everything in one line. */
public record Headline(Mark mark, String text) {}
