package org.priorfetch.app.shell;

/** What the rail leads to. */
enum Screen {
    TODAY, TRANSFERS
}
