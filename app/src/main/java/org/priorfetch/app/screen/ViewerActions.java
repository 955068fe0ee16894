package org.priorfetch.app.screen;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;

/** Opens studies in the viewer that this person has chosen. To be called on the FX thread. */
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

    /**
     * Whether a viewer is chosen and there is something for it to open: viewers read from the PACS, so a prior must be
     * there wholly.
     *
     * @param prior null for what is there for the appointment
     */
    boolean canOpen(AppointmentView appointment, @Nullable PriorView prior);

    /** Opens it, and tells what came of it, also why it cannot be opened. Returns at once. */
    void open(AppointmentView appointment, @Nullable PriorView prior);
}
