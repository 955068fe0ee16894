package org.priorfetch.engine.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import org.priorfetch.engine.model.ReadingOrder.Series;

/** In which order the series of a study come out of an archive. */
public enum SeriesOrder {
    /** As a radiologist opens them: what shows where the others lie, then the newest. */
    READING(ReadingOrder.COMPARATOR),
    /** The newest first, whatever they show. */
    NEWEST(ReadingOrder.NEWEST),
    /** As the archive lists them. */
    ARCHIVE((_, _) -> 0);

    @SuppressWarnings("ImmutableEnumChecker") // compares by what it is given alone
    private final Comparator<Series> comparator;

    SeriesOrder(Comparator<Series> comparator) {
        this.comparator = comparator;
    }

    /** Whether it makes a difference which images are localizers. */
    public boolean asksForLocalizers() {
        return this == READING;
    }

    /** These in this order. */
    public <T> List<T> sorted(Collection<T> series, Function<T, Series> facts) {
        return series.stream().sorted(Comparator.comparing(facts, comparator)).toList();
    }
}
