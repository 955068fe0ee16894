package org.priorfetch.engine.prior;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The words of all languages, and which of them a text consists of. */
final class Vocabulary {

    static final Vocabulary ALL = new Vocabulary();

    private final TermIndex index = new TermIndex(
            Arrays.stream(Language.values()).flatMap(language -> WordLists.read(language).stream()).toList());

    private Vocabulary() {}

    /** The terms of a text in the order in which they stand, no letter counted twice. */
    List<Match> of(String wording) {
        List<Match> all = index.in(wording);
        all.sort(Match.LONGEST_FIRST);
        boolean falseFriends = all.stream().anyMatch(match -> match.term().inItsLanguageOnly());
        List<Match> chosen = choose(all, match -> !match.term().inItsLanguageOnly());
        if (falseFriends) {
            Map<Language, Integer> evidence = evidence(chosen);
            chosen = choose(all, match -> isMeant(match, all, evidence));
        }
        chosen.sort(Comparator.comparingInt(Match::start));
        return chosen;
    }

    private static List<Match> choose(List<Match> longestFirst, Predicate<Match> wanted) {
        List<Match> chosen = new ArrayList<>();
        for (Match match : longestFirst) {
            if (wanted.test(match) && chosen.stream().allMatch(other -> goesWith(match, other))) {
                chosen.add(match);
            }
        }
        return chosen;
    }

    private static boolean goesWith(Match match, Match other) {
        boolean apart = match.end() <= other.start() || other.end() <= match.start();
        return apart || (match.isAt(other) && match.term().inItsLanguageOnly() == other.term().inItsLanguageOnly());
    }

    private static Map<Language, Integer> evidence(List<Match> matches) {
        Map<Language, Integer> evidence = new EnumMap<>(Language.class);
        matches.stream()
                .map(match -> match.term().language())
                .filter(language -> language != Language.ANY)
                .forEach(language -> evidence.merge(language, 1, Integer::sum));
        return evidence;
    }

    /**
     * A false friend counts where no other language is more evident than its own; where none is evident at all, it counts
     * unless the word means something in another language.
     */
    private static boolean isMeant(Match match, List<Match> all, Map<Language, Integer> evidence) {
        RegionTerm term = match.term();
        if (!term.inItsLanguageOnly()) {
            return true;
        }
        int own = evidence.getOrDefault(term.language(), 0);
        if (evidence.values().stream().anyMatch(other -> other > own)) {
            return false;
        }
        return own > 0 || all.stream().noneMatch(other -> other.isAt(match) && !other.term().inItsLanguageOnly());
    }
}
