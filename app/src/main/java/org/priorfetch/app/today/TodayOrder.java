package org.priorfetch.app.today;

import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.ReadinessVerdict;

/**
 * The order of the rows: groups, what needs a person first; each after its head; what is pinned on top; then as the person
 * sorts them; then by time.
 *
 * @param grouped whether rows stand by verdict
 */
record TodayOrder(boolean grouped) {

    /** What needs a person first. */
    static final List<ReadinessVerdict> GROUPS = List.of(ReadinessVerdict.HELD, ReadinessVerdict.UNREACHABLE,
            ReadinessVerdict.FAILED, ReadinessVerdict.PARTIAL, ReadinessVerdict.FETCHING, ReadinessVerdict.READY,
            ReadinessVerdict.NONE_EXIST);

    private static final Comparator<AppointmentView> BY_TIME = Comparator.comparing(AppointmentView::scheduledStart)
            .thenComparing(AppointmentView::id);

    Comparator<Row<TodayItem, TodayLine>> within(@Nullable Comparator<Row<TodayItem, TodayLine>> byPerson) {
        return (a, b) -> compare(a, b, byPerson);
    }

    private int compare(Row<TodayItem, TodayLine> a, Row<TodayItem, TodayLine> b,
            @Nullable Comparator<Row<TodayItem, TodayLine>> byPerson) {
        int byGroup = grouped
                ? Integer.compare(GROUPS.indexOf(a.value().verdict()), GROUPS.indexOf(b.value().verdict()))
                : 0;
        if (byGroup != 0) {
            return byGroup;
        }
        if (!(a.value() instanceof TodayItem.Single(AppointmentView first))) {
            return b.value() instanceof TodayItem.Group ? 0 : -1;
        }
        if (!(b.value() instanceof TodayItem.Single(AppointmentView second))) {
            return 1;
        }
        int byPin = Boolean.compare(second.pinned(), first.pinned());
        int byWish = byPin != 0 || byPerson == null ? byPin : byPerson.compare(a, b);
        return byWish != 0 ? byWish : BY_TIME.compare(first, second);
    }
}
