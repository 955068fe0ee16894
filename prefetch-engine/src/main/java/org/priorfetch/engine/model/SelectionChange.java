package org.priorfetch.engine.model;

import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What a rule changes of a {@link Selection}; null where it changes nothing. */
public record SelectionChange(@Nullable Integer newest, @Nullable Integer oldest, @Nullable Integer unknown,
        @Nullable Integer recent, @Nullable Set<Companion> companions) {

    public static final SelectionChange NONE = new SelectionChange(null, null, null, null, null);

    public SelectionChange {
        companions = companions == null ? null : Set.copyOf(companions);
    }

    /** The selection with these changes. */
    public Selection over(Selection general) {
        return new Selection(Objects.requireNonNullElse(newest, general.newest()),
                oldest == null ? general.oldest() : oldest,
                Objects.requireNonNullElse(unknown, general.unknown()),
                Objects.requireNonNullElse(recent, general.recent()),
                Objects.requireNonNullElse(companions, general.companions()));
    }
}
