package org.priorfetch.app.screen;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;

/** Opens studies in this person's own viewer. To be called on the FX thread; returns at once. */
public interface ViewerActions {

    /** Where there is no viewer. */
    ViewerActions NONE = new ViewerActions() {
        @Override
        public boolean canOpen(AppointmentView appointment, @Nullable PriorView prior) {
            return false;
        }

        @Override
        public void open(AppointmentView appointment, @Nullable PriorView prior) {
            throw new IllegalStateException("There is no viewer");
        }
    };

    /** Whether it can open a prior, or without one the appointment's own study. What it cannot open is not offered. */
    boolean canOpen(AppointmentView appointment, @Nullable PriorView prior);

    void open(AppointmentView appointment, @Nullable PriorView prior);
}
