package org.priorfetch.app.today;

import java.util.List;

import org.priorfetch.app.controls.Mark;

/**
 * What the detail pane shows of a candidate.
 *
 * @param origin date and source
 * @param reason why it is taken or not
 * @param quiet not wanted
 */
record PriorLine(String title, List<String> modalities, String origin, Mark mark, double progress, String state,
        String reason, boolean quiet) {}
