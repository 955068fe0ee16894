package org.priorfetch.engine.model;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was examined, and with what.
 *
 * @param regions empty when nothing tells
 */
public record Examined(SortedSet<String> modalities, Set<BodyRegion> regions, Side side) {

    public Examined {
        modalities = Collections.unmodifiableSortedSet(new TreeSet<>(modalities));
        regions = Collections.unmodifiableSet(copy(regions));
    }

    private static EnumSet<BodyRegion> copy(Collection<BodyRegion> regions) {
        EnumSet<BodyRegion> copy = EnumSet.noneOf(BodyRegion.class);
        copy.addAll(regions);
        return copy;
    }
}
