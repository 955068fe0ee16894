package org.priorfetch.app.today;

import java.util.List;

import org.priorfetch.app.controls.Mark;

/**
 * What the detail pane shows of a candidate.
 *
 * @param date of the study
 * @param source where it was found
 * @param reason why it is taken or not
 * @param quiet not wanted
 */
record PriorLine(String title, List<String> modalities, String date, String source, Mark mark, double progress,
        String state,
        String reason, boolean quiet) {}
