package org.priorfetch.app.panel;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferView;

/** One row of the panel's list, as the engine says it. */
sealed interface PanelItem {

    /** Tells rows apart; the same for as long as it is about the same thing. */
    Object key();

    /**
     * The line that the past appointments fold away behind.
     *
     * @param count how many there are
     * @param unsettled how many of them are not settled well
     */
    record Fold(int count, int unsettled, boolean open) implements PanelItem {

        @Override
        public Object key() {
            return Fold.class;
        }
    }

    /**
     * An appointment.
     *
     * @param pacsSilent whether it is the PACS that does not answer
     */
    record Appointment(AppointmentView view, boolean open, boolean pacsSilent) implements PanelItem {

        @Override
        public Object key() {
            return new Key(Appointment.class, view.id(), "");
        }
    }

    /**
     * A prior of an opened appointment.
     *
     * @param transfer the one that brings it, or lately tried; null when none is known
     */
    record Prior(AppointmentView appointment, PriorView prior,
            @Nullable TransferView transfer) implements PanelItem {

        @Override
        public Object key() {
            return new Key(Prior.class, appointment.id(), prior.studyUid());
        }
    }

    /** Stands above the first appointment of a day that is not today. */
    record Day(LocalDate date) implements PanelItem {

        @Override
        public Object key() {
            return this;
        }
    }

    /** Stands below an opened appointment without any candidate. */
    record NoPriors(AppointmentView appointment) implements PanelItem {

        @Override
        public Object key() {
            return new Key(NoPriors.class, appointment.id(), "");
        }
    }

    /** What a row is about. */
    record Key(Class<? extends PanelItem> kind, String appointmentId, String studyUid) {}
}
