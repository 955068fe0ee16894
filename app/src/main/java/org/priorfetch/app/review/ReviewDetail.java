package org.priorfetch.app.review;

import java.util.List;
import org.priorfetch.app.controls.Mark;

/**
 * The chosen item in full.
 *
 * @param explanation what happened
 * @param there whose column stands at the right of the local one
 * @param compared field by field; empty where there is nothing to compare, or names are hidden
 * @param blind whether names are hidden, so that nothing may be decided
 * @param facts more lines: studies, appointments, who put it off
 * @param offered what can be said to it
 * @param listable whether the list of what was delivered can be shown
 */
record ReviewDetail(String id, Mark mark, String title, String explanation, String there, List<ComparedLine> compared,
        boolean blind, List<FactLine> facts, List<Answer> offered, boolean listable) {

    /** A heading with its lines. */
    record FactLine(String heading, List<String> lines) {}
}
