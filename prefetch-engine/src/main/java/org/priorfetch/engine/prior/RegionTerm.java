package org.priorfetch.engine.prior;

import java.util.Set;

import org.priorfetch.engine.model.BodyRegion;

/**
 * A word or phrase that names regions.
 *
 * @param text in the spelling of {@link ExamText}
 * @param insideStart whether it may stand after other letters, as in a compound
 * @param insideEnd whether other letters may follow
 * @param regions empty for a word that only looks as if it named one
 */
record RegionTerm(String text, boolean insideStart, boolean insideEnd, Set<BodyRegion> regions) {

    private static final char OPEN = '*';

    static RegionTerm parse(String notation, Set<BodyRegion> regions) {
        boolean insideStart = notation.charAt(0) == OPEN;
        boolean insideEnd = notation.charAt(notation.length() - 1) == OPEN;
        String text = notation.substring(insideStart ? 1 : 0, notation.length() - (insideEnd ? 1 : 0));
        return new RegionTerm(text, insideStart, insideEnd, regions);
    }
}
