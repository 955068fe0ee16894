package org.priorfetch.app.fetch;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

import org.jspecify.annotations.Nullable;

/** Which studies, or which of their series, are to be fetched. */
final class Choice {

    /** A chosen study; no series means the whole. */
    record Item(Hit.OfStudy study, Set<String> seriesUids) {

        Item {
            seriesUids = Set.copyOf(seriesUids);
        }
    }

    private final Map<Hit.OfStudy.Key, Item> items = new LinkedHashMap<>();
    private final ReadOnlyIntegerWrapper changes = new ReadOnlyIntegerWrapper(this, "changes");

    /** Counts up with every change. */
    ReadOnlyIntegerProperty changes() {
        return changes.getReadOnlyProperty();
    }

    List<Item> items() {
        return List.copyOf(items.values());
    }

    boolean isChosen(Hit hit) {
        return switch (hit) {
            case Hit.OfStudy study -> isWhole(items.get(study.key()));
            case Hit.OfSeries series -> isWhole(items.get(series.study().key())) || isPart(series);
            case Hit.OfPatient _,Hit.Remark _ -> false;
        };
    }

    /** Whether some series of the study are chosen, but not the whole. */
    boolean isPartlyChosen(Hit.OfStudy study) {
        Item item = items.get(study.key());
        return item != null && !isWhole(item);
    }

    private static boolean isWhole(@Nullable Item item) {
        return item != null && item.seriesUids().isEmpty();
    }

    private boolean isPart(Hit.OfSeries series) {
        Item item = items.get(series.study().key());
        return item != null && item.seriesUids().contains(series.series().seriesInstanceUid());
    }

    /** Chooses or drops the study, or the series. */
    void toggle(Hit hit) {
        switch (hit) {
            case Hit.OfStudy study when study.isFetchable() -> toggleStudy(study);
            case Hit.OfSeries series when series.study().isFetchable() -> toggleSeries(series);
            case Hit.OfStudy _,Hit.OfSeries _,Hit.OfPatient _,Hit.Remark _ -> {
                return;
            }
        }
        changes.set(changes.get() + 1);
    }

    private void toggleStudy(Hit.OfStudy study) {
        if (isChosen(study)) {
            items.remove(study.key());
        } else {
            items.put(study.key(), new Item(study, Set.of()));
        }
    }

    /** Out of a study that is chosen whole, a series is picked alone. */
    private void toggleSeries(Hit.OfSeries series) {
        Item before = items.get(series.study().key());
        Set<String> uids = new LinkedHashSet<>(before == null ? Set.of() : before.seriesUids());
        String uid = series.series().seriesInstanceUid();
        if (!uids.remove(uid)) {
            uids.add(uid);
        }
        if (uids.isEmpty()) {
            items.remove(series.study().key());
        } else {
            items.put(series.study().key(), new Item(series.study(), uids));
        }
    }

    void carryOn(Choice before) {
        items.putAll(before.items);
        changes.set(changes.get() + 1);
    }

    void clear() {
        items.clear();
        changes.set(changes.get() + 1);
    }
}
