package org.priorfetch.engine.model;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * How the priors are chosen among the studies that are relevant.
 *
 * @param newest so many of the newest of same region and modality come first, however old they are
 * @param oldest so many of the oldest of same region and modality are taken for comparison; null for one where the
 *                modality is used to follow findings for years
 * @param unknown at most so many of which nobody can tell what they show
 * @param recent so many of the most recent that do not match fill places that stay free
 * @param companions what comes along with the images and takes no place from them
 */
public record Selection(int newest, @Nullable Integer oldest, int unknown, int recent, Set<Companion> companions) {

    public static final Selection DEFAULT = new Selection(3, null, 2, 0, EnumSet.of(Companion.REPORTS));

    public Selection {
        EnumSet<Companion> copy = EnumSet.noneOf(Companion.class);
        copy.addAll(companions);
        companions = Collections.unmodifiableSet(copy);
    }

    /** Whether an instance of this class is wanted with a prior: all are, but the companions that are not chosen. */
    public boolean wants(String sopClassUid) {
        return Companion.ofInstance(sopClassUid).map(companions::contains).orElse(true);
    }
}
