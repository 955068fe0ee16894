package org.priorfetch.engine.model;

import org.jspecify.annotations.Nullable;

/**
 * How much a peer is asked to bear.
 *
 * @param associations at most so many at a time, 1 or more
 * @param bitsPerSecond bandwidth in both directions together; null for no limit
 * @param hours when work that is not urgent may use it; null for always
 * @param dailyBytes at most so many data set bytes a day; null for no limit
 * @param slowStore what it is granted for studies that it does not have at hand
 */
public record SourceBudget(int associations, @Nullable Long bitsPerSecond, @Nullable HoursWindow hours,
        @Nullable Long dailyBytes, SlowStore slowStore) {

    public static final int DEFAULT_ASSOCIATIONS = 4;

    public static final SourceBudget DEFAULT = new SourceBudget(DEFAULT_ASSOCIATIONS, null, null, null);

    /** One that is granted what is usual for a slow store. */
    public SourceBudget(int associations, @Nullable Long bitsPerSecond, @Nullable HoursWindow hours,
            @Nullable Long dailyBytes) {
        this(associations, bitsPerSecond, hours, dailyBytes, SlowStore.DEFAULT);
    }
}
