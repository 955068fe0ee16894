package org.priorfetch.engine.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What an instance states beside its identity, as far as it may be changed on the way in.
 *
 * @param texts PS3.6 keyword to value; what is absent or empty is missing
 * @param codes PS3.6 keyword of a code sequence to its items
 * @param others PS3.6 keyword of another sequence to its items, in one line
 */
public record HeaderFacts(Map<String, String> texts, Map<String, List<CodedTerm>> codes, Map<String, String> others) {

    public static final HeaderFacts NONE = new HeaderFacts(Map.of(), Map.of(), Map.of());

    public HeaderFacts {
        texts = Map.copyOf(texts);
        codes = Map.copyOf(codes);
        others = Map.copyOf(others);
    }

    /** Empty when it states none. */
    public String text(String keyword) {
        return texts.getOrDefault(keyword, "");
    }

    public List<CodedTerm> codes(String keyword) {
        return codes.getOrDefault(keyword, List.of());
    }

    /** The items of a sequence for people, in one line; empty when there are none. */
    public String items(String keyword) {
        return codes.containsKey(keyword)
                ? codes(keyword).stream().map(SequenceChange::text).collect(Collectors.joining(", "))
                : others.getOrDefault(keyword, "");
    }
}
