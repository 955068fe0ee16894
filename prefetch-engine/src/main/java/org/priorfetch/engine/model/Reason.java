package org.priorfetch.engine.model;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Why something was decided: one line of phrases, the weightiest first. */
public record Reason(List<Message> phrases) {

    /** The instances of a study do not agree about whose they are; no decision of a person helps. */
    public static final String INSTANCES_DISAGREE = "transfer.instancesDisagree";
    /** A person does not want it any more. */
    public static final String GIVEN_UP = "transfer.givenUp";

    /** Begins the reason of a prior that no archive can hand out. */
    public static final String UNAVAILABLE = "plan.unavailable";

    public Reason {
        phrases = List.copyOf(phrases);
    }

    public static Reason of(String key, Object... args) {
        return new Reason(List.of(Message.of(key, args)));
    }

    public Reason and(String key, Object... args) {
        return new Reason(Stream.concat(phrases.stream(), Stream.of(Message.of(key, args))).toList());
    }

    /** The same, less these phrases. */
    public Reason without(Set<String> keys) {
        return new Reason(phrases.stream().filter(phrase -> !keys.contains(phrase.key())).toList());
    }

    /** Whether one of its phrases is this one. */
    public boolean has(String key) {
        return phrases.stream().anyMatch(phrase -> phrase.key().equals(key));
    }

    public String text(Locale locale) {
        return phrases.stream().map(phrase -> phrase.text(locale)).collect(Collectors.joining(", "));
    }

    public String text() {
        return text(Locale.ENGLISH);
    }
}
