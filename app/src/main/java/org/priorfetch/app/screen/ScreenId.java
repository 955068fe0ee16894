package org.priorfetch.app.screen;

/** The screens of the main window, in the order of the rail. */
public enum ScreenId {
    TODAY, TRANSFERS, FETCH, REVIEW, SOURCES, RULES, REPORTS, PREFERENCES
}
