package org.priorfetch.app.panel;

import org.priorfetch.app.controls.Icons;

/** What a person can do with a row. */
enum Deed {
    FETCH(Icons.FETCH_NOW), DECIDE(Icons.REVIEW), OPEN_IN_VIEWER(Icons.OPEN_IN_VIEWER);

    private final Icons icon;

    Deed(Icons icon) {
        this.icon = icon;
    }

    Icons icon() {
        return icon;
    }
}
