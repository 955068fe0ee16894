package org.priorfetch.app.panel;

import java.util.List;

import org.priorfetch.app.controls.Mark;

/** What a row of the panel's list shows. */
sealed interface PanelLine {

    /** What a screen reader says. */
    String spoken();

    /** A line that only tells something. */
    record Aside(String text) implements PanelLine {

        @Override
        public String spoken() {
            return text;
        }
    }

    /** The line that the past appointments fold away behind. */
    record Fold(String text, boolean open) implements PanelLine {

        @Override
        public String spoken() {
            return text;
        }
    }

    /**
     * An appointment.
     *
     * @param wholePatient whether the name is shown in full and takes its part of the width
     * @param chip the verdict in few words
     * @param explained the verdict in a sentence
     * @param quiet over, and nothing left to worry about
     */
    record Appointment(String time, List<String> modalities, String region, String patient, boolean wholePatient,
            Mark mark, double progress, String chip, String explained, boolean urgent, boolean quiet, boolean open,
            String spoken) implements PanelLine {}

    /**
     * A prior.
     *
     * @param date in full, for the tooltip of the age
     * @param facts where from, how much, how far
     * @param fetch whether a person can have it fetched now
     * @param decide whether a person must decide about it
     * @param openInViewer whether it can be opened in the person's viewer
     */
    record Prior(Mark mark, double progress, List<String> modalities, String title, String age, String date,
            String facts, String reason, boolean quiet, boolean fetch, boolean decide, boolean openInViewer,
            String spoken) implements PanelLine {}
}
