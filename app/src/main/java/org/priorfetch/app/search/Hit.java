package org.priorfetch.app.search;

import java.util.List;

import org.priorfetch.app.controls.Icons;

/**
 * Something that can be gone to or done.
 *
 * @param detail what tells it from others of the same title
 * @param words folded, by which it is found
 */
record Hit(Group group, Icons icon, String title, String detail, List<String> words, Runnable action) {

    /** In the order in which they are shown. */
    enum Group {
        APPOINTMENTS, STUDIES, SCREENS, ACTIONS
    }

    Hit {
        words = List.copyOf(words);
    }
}
