package org.priorfetch.app.shell;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.screen.Navigator;
import org.priorfetch.app.screen.Visit;

/** A way into a window that is made later than those who ask for the way. */
public final class Signpost implements Navigator {

    private @Nullable Navigator target;

    public void pointTo(Navigator navigator) {
        target = navigator;
    }

    @Override
    public void open(Visit visit) {
        if (target != null) {
            target.open(visit);
        }
    }
}
