package org.priorfetch.app.today;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.priorfetch.app.controls.ColumnLayout;
import org.priorfetch.engine.model.ReadinessVerdict;

/**
 * How somebody has set up this screen.
 *
 * @param saved reading lists, in the order in which they were saved
 * @param folded groups of which only the head is shown
 */
public record TodayProfile(List<ReadingList> saved, boolean grouped, SortedSet<ReadinessVerdict> folded,
        ColumnLayout columns) {

    static final String SECTION = "today";
    static final TodayProfile INITIAL = new TodayProfile(List.of(), false, new TreeSet<>(), ColumnLayout.AS_BUILT);

    public TodayProfile {
        saved = List.copyOf(saved);
        folded = new TreeSet<>(folded);
    }

    TodayProfile with(List<ReadingList> newSaved) {
        return new TodayProfile(newSaved, grouped, folded, columns);
    }

    TodayProfile with(ColumnLayout newColumns) {
        return new TodayProfile(saved, grouped, folded, newColumns);
    }

    TodayProfile groupedBy(boolean nowGrouped) {
        return new TodayProfile(saved, nowGrouped, folded, columns);
    }

    TodayProfile folding(ReadinessVerdict verdict, boolean nowFolded) {
        SortedSet<ReadinessVerdict> changed = new TreeSet<>(folded);
        if (nowFolded) {
            changed.add(verdict);
        } else {
            changed.remove(verdict);
        }
        return new TodayProfile(saved, grouped, changed, columns);
    }
}
