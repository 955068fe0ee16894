package org.priorfetch.app.screen;

import org.jspecify.annotations.Nullable;

/** Where somebody wants to go in the main window, and what they want to see there. */
public sealed interface Visit {

    ScreenId screen();

    /** The screen as it was left. */
    record ToScreen(ScreenId screen) implements Visit {}

    /** One appointment, with its candidates. */
    record ToAppointment(String appointmentId) implements Visit {

        @Override
        public ScreenId screen() {
            return ScreenId.TODAY;
        }
    }

    /** One transfer. */
    record ToTransfer(long id) implements Visit {

        @Override
        public ScreenId screen() {
            return ScreenId.TRANSFERS;
        }
    }

    /** A search in the archives, filled in as far as known, not yet asked. */
    record ToFetch(@Nullable String patientId, @Nullable String patientName, @Nullable String forAppointment)
            implements Visit {

        @Override
        public ScreenId screen() {
            return ScreenId.FETCH;
        }
    }

    /** A disc or folder on the engine's computer, to be imported. */
    record ToImport(String path) implements Visit {

        @Override
        public ScreenId screen() {
            return ScreenId.FETCH;
        }
    }
}
