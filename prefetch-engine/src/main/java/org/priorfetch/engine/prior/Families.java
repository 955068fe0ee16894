package org.priorfetch.engine.prior;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Families of modalities, of which each pair of studies that are compared is asked what they have in common.
 *
 * @param bits a place for each of them, which nobody keeps
 */
@SuppressWarnings("EnumOrdinal")
record Families(int bits) {

    private static final List<ModalityFamily> ALL = List.of(ModalityFamily.values());

    /** All for which it holds. */
    static Families which(Predicate<ModalityFamily> holds) {
        return of(ALL.stream().filter(holds).toList());
    }

    static Families of(Collection<ModalityFamily> families) {
        int bits = 0;
        for (ModalityFamily family : families) {
            bits |= bit(family);
        }
        return new Families(bits);
    }

    boolean isEmpty() {
        return bits == 0;
    }

    boolean contains(ModalityFamily family) {
        return (bits & bit(family)) != 0;
    }

    Families common(Families others) {
        return new Families(bits & others.bits);
    }

    /** Whether they have one in common. */
    boolean meets(Families others) {
        return (bits & others.bits) != 0;
    }

    /** Whether all of them are among the others. */
    boolean areAmong(Families others) {
        return (bits & ~others.bits) == 0;
    }

    /** In the order in which they are declared. */
    Set<ModalityFamily> all() {
        Set<ModalityFamily> all = EnumSet.noneOf(ModalityFamily.class);
        ALL.stream().filter(this::contains).forEach(all::add);
        return all;
    }

    private static int bit(ModalityFamily family) {
        return 1 << family.ordinal();
    }
}
