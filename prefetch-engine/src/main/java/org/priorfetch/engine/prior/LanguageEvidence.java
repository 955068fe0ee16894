package org.priorfetch.engine.prior;

import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** How many words of a text each language knows, and so which language it is in. */
final class LanguageEvidence {

    private final Collection<Match> all;
    private final Map<Language, BitSet> places = new EnumMap<>(Language.class);

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
        for (Match match : chosen) {
            evidence.count(match);
        }
        for (Match match : all) {
            if (match.is(Role.LANGUAGE)) {
                evidence.count(match);
            }
        }
        return evidence;
    }

    private void count(Match match) {
        Language language = match.term().language();
        if (language != Language.ANY) {
            places.computeIfAbsent(language, _ -> new BitSet()).set(match.start());
        }
    }

    private int words(Language language) {
        BitSet known = places.get(language);
        return known == null ? 0 : known.cardinality();
    }

    private boolean isMostEvident(Language language) {
        return places.keySet().stream().allMatch(other -> words(other) <= words(language));
    }

    /**
     * Whether a false friend is meant: where no other language is more evident than its own. Where none is evident at all,
     * it counts unless the word means something in another language. No text begins with an abbreviated side: "DX" is a
     * modality there.
     */
    boolean admits(Match falseFriend) {
        Role role = falseFriend.term().meaning().role();
        boolean abbreviatedSide = falseFriend.start() == 0 && (role == Role.SIDE || role == Role.SIDE_HINT);
        Language language = falseFriend.term().language();
        return !abbreviatedSide && isMostEvident(language)
                && (words(language) > 0 || !hasOtherMeaning(falseFriend));
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
