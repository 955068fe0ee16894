package org.priorfetch.app.panel;

import org.priorfetch.app.controls.Icons;

/** What a person can do with a row. */
enum Deed {
    FETCH(Icons.FETCH_NOW), DECIDE(Icons.DECIDE), OPEN_IN_VIEWER(Icons.VIEWER);

    private final Icons icon;

    Deed(Icons icon) {
        this.icon = icon;
    }

    Icons icon() {
        return icon;
    }
}
