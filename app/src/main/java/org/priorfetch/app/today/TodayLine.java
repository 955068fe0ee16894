package org.priorfetch.app.today;

import org.priorfetch.app.controls.Mark;

/** What a row shows. */
sealed interface TodayLine permits AppointmentLine, TodayLine.GroupLine {

    /** Whether it is over, and nothing left to worry about. */
    boolean quiet();

    /** The head of a group. */
    record GroupLine(Mark mark, String title, boolean folded) implements TodayLine {

        @Override
        public boolean quiet() {
            return false;
        }
    }
}
