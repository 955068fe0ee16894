package org.priorfetch.engine.prior;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Finds words of which two letters are swapped, or one is missing or too many: "Throax", "Abdomn", "Schullter". */
final class Misspellings {

    private static final int SHORTEST_SWAPPED = 5;
    private static final int SHORTEST_INCOMPLETE = 6;

    private final Map<String, RegionTerm> whole = new HashMap<>();
    private final Map<String, RegionTerm> incomplete = new HashMap<>();

    Misspellings(Collection<RegionTerm> terms) {
        for (RegionTerm term : terms) {
            String word = term.text();
            boolean plain = word.length() >= SHORTEST_SWAPPED && word.chars().allMatch(Character::isLetter);
            if (plain && term.meaning().role() == Role.REGION && !term.inItsLanguageOnly()) {
                whole.put(word, term);
                for (int i = 1; i < word.length() && word.length() >= SHORTEST_INCOMPLETE; i++) {
                    incomplete.putIfAbsent(without(word, i), term);
                }
            }
        }
    }

    /** Adds those of the words in which nothing has been found. */
    void addTo(Collection<Match> found, String wording) {
        List<Match> added = new ArrayList<>();
        for (int start = 0; start < wording.length(); start++) {
            int end = start;
            while (end < wording.length() && Character.isLetter(wording.charAt(end))) {
                end++;
            }
            if (end - start >= SHORTEST_SWAPPED && isFree(found, start, end)) {
                RegionTerm meant = meant(wording.substring(start, end));
                if (meant != null) {
                    added.add(new Match(start, end, meant));
                }
            }
            start = end;
        }
        found.addAll(added);
    }

    private static boolean isFree(Collection<Match> found, int start, int end) {
        for (Match match : found) {
            if (match.end() > start && match.start() < end) {
                return false;
            }
        }
        return true;
    }

    private @Nullable RegionTerm meant(String word) {
        RegionTerm meant = word.length() < SHORTEST_INCOMPLETE - 1 ? null : incomplete.get(word);
        for (int i = 1; i < word.length() && meant == null; i++) {
            meant = whole.get(swapped(word, i));
            if (meant == null && word.length() > SHORTEST_INCOMPLETE) {
                meant = whole.get(without(word, i));
            }
        }
        return meant;
    }

    private static String without(String word, int at) {
        return word.substring(0, at) + word.substring(at + 1);
    }

    /** With the letter at that place and the one before it changed over. */
    private static String swapped(String word, int at) {
        return word.substring(0, at - 1) + word.charAt(at) + word.charAt(at - 1) + word.substring(at + 1);
    }
}
