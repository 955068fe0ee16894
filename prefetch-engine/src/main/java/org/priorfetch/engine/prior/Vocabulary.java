package org.priorfetch.engine.prior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;

/** The words of all languages, and which of them a text consists of. */
final class Vocabulary {

    static final Vocabulary ALL = new Vocabulary();

    private static final Comparator<Match> IN_ORDER = Comparator.comparingInt(Match::start);

    private final TermIndex index;
    private final Misspellings misspellings;

    private Vocabulary() {
        List<RegionTerm> terms = Arrays.stream(Language.values())
                .flatMap(language -> WordLists.read(language).stream())
                .toList();
        index = new TermIndex(terms);
        misspellings = new Misspellings(terms);
    }

    /** The terms of a text in the order in which they stand, no letter counted twice. */
    List<Match> of(String wording) {
        List<Match> all = index.in(wording);
        misspellings.addTo(all, wording);
        all.sort(Match.LONGEST_FIRST);
        List<Match> chosen = choose(all, match -> !match.isFalseFriend());
        if (anyFalseFriend(all)) {
            LanguageEvidence evidence = LanguageEvidence.of(all, chosen);
            chosen = choose(all, match -> !match.isFalseFriend() || evidence.admits(match));
        }
        chosen.sort(IN_ORDER);
        return chosen;
    }

    /** Words that only tell the language take nothing from the others. */
    private static List<Match> choose(List<Match> longestFirst, Predicate<Match> wanted) {
        List<Match> chosen = new ArrayList<>();
        BitSet taken = new BitSet();
        for (Match match : longestFirst) {
            if (!match.is(Role.LANGUAGE) && wanted.test(match)
                    && (isFree(taken, match) || goesWithAny(chosen, match))) {
                chosen.add(match);
                taken.set(match.start(), match.end());
            }
        }
        return chosen;
    }

    private static boolean isFree(BitSet taken, Match match) {
        int next = taken.nextSetBit(match.start());
        return next < 0 || next >= match.end();
    }

    /** Whether the same letters have been taken by a word of the same kind: then both count. */
    private static boolean goesWithAny(List<Match> chosen, Match match) {
        for (Match other : chosen) {
            if (match.isAt(other) && match.isFalseFriend() == other.isFalseFriend()) {
                return true;
            }
        }
        return false;
    }

    private static boolean anyFalseFriend(List<Match> matches) {
        for (Match match : matches) {
            if (match.isFalseFriend()) {
                return true;
            }
        }
        return false;
    }
}
