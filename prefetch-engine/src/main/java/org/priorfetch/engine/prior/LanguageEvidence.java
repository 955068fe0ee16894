package org.priorfetch.engine.prior;

import java.util.BitSet;
import java.util.Collection;

/** How many words of a text each language knows, and so which language it is in. */
final class LanguageEvidence {

    private static final int LANGUAGES = Language.values().length;

    private final Collection<Match> all;
    private final int[] words = new int[LANGUAGES];
    private int most;

    private LanguageEvidence(Collection<Match> all) {
        this.all = all;
    }

    /**
     * Weighs the words of a text.
     *
     * @param chosen those that count; of the others, only those that do nothing but tell the language do
     */
    static LanguageEvidence of(Collection<Match> all, Collection<Match> chosen) {
        LanguageEvidence evidence = new LanguageEvidence(all);
        BitSet counted = new BitSet();
        for (Match match : chosen) {
            evidence.count(match, counted);
        }
        for (Match match : all) {
            if (match.is(Role.LANGUAGE)) {
                evidence.count(match, counted);
            }
        }
        return evidence;
    }

    private void count(Match match, BitSet counted) {
        int language = match.term().language().ordinal();
        int place = match.start() * LANGUAGES + language;
        if (match.term().language() != Language.ANY && !counted.get(place)) {
            counted.set(place);
            words[language]++;
            most = Math.max(most, words[language]);
        }
    }

    /**
     * Whether a false friend is meant: where no other language is more evident than its own. Where none is evident at all,
     * it counts unless the word means something in another language. No text begins with an abbreviated side: "DX" is a
     * modality there.
     */
    boolean admits(Match falseFriend) {
        Role role = falseFriend.term().meaning().role();
        boolean abbreviatedSide = falseFriend.start() == 0 && (role == Role.SIDE || role == Role.SIDE_HINT);
        int own = words[falseFriend.term().language().ordinal()];
        return !abbreviatedSide && own == most && (own > 0 || !hasOtherMeaning(falseFriend));
    }

    private boolean hasOtherMeaning(Match falseFriend) {
        for (Match other : all) {
            if (other.isAt(falseFriend) && !other.isFalseFriend() && !other.is(Role.LANGUAGE)) {
                return true;
            }
        }
        return false;
    }
}
