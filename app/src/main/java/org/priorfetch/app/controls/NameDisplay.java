package org.priorfetch.app.controls;

/** How much of patients' names stands on the screen. */
public enum NameDisplay {
    FULL, INITIALS, HIDDEN
}
