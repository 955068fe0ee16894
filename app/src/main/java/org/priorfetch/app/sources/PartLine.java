package org.priorfetch.app.sources;

import org.priorfetch.app.controls.Mark;

/**
 * One part of the site as the list shows it.
 *
 * @param state how it does, and when it last answered
 * @param activity what comes from it now and what it is asked to bear; empty when nothing is to be said
 */
record PartLine(Mark mark, String kind, String name, String state, String activity) {

    String spoken() {
        return kind + " " + name + ", " + state + (activity.isEmpty() ? "" : ", " + activity);
    }
}
