package org.priorfetch.app.today;

import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.ReadinessVerdict;

/** What stands in a row: an appointment, or the head of a group of them. */
sealed interface TodayItem {

    /** By which the row is known. */
    String key();

    ReadinessVerdict verdict();

    /** An appointment. */
    record Single(AppointmentView view) implements TodayItem {

        @Override
        public String key() {
            return view.id();
        }

        @Override
        public ReadinessVerdict verdict() {
            return view.verdict();
        }
    }

    /** The head of those with one verdict. */
    record Group(ReadinessVerdict verdict, int count, boolean folded) implements TodayItem {

        @Override
        public String key() {
            return "group " + verdict;
        }
    }
}
