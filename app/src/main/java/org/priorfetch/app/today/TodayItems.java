package org.priorfetch.app.today;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.ReadinessVerdict;

/** Turns the appointments that somebody wants to see into rows. */
final class TodayItems {

    private TodayItems() {}

    static List<TodayItem> of(List<AppointmentView> wanted, TodayProfile profile) {
        List<TodayItem> items = new ArrayList<>(wanted.size());
        Map<ReadinessVerdict, Integer> counts = new EnumMap<>(ReadinessVerdict.class);
        for (AppointmentView view : wanted) {
            counts.merge(view.verdict(), 1, Integer::sum);
            if (!profile.grouped() || !profile.folded().contains(view.verdict())) {
                items.add(new TodayItem.Single(view));
            }
        }
        if (profile.grouped()) {
            counts.forEach((verdict, count) -> items
                    .add(new TodayItem.Group(verdict, count, profile.folded().contains(verdict))));
        }
        return items;
    }
}
