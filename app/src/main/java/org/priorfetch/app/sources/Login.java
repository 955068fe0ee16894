package org.priorfetch.app.sources;

import java.util.List;
import java.util.function.Predicate;

/** The fields that say how we log in by HTTP. */
final class Login {

    /** Decides which of the others mean something. */
    static final String SWITCH = "auth";
    static final List<String> KEYS = List.of(SWITCH, "user", "password", "token", "tokenUrl", "scope");
    static final List<String> WORDS = List.of("none", "basic", "bearer", "oauth2");

    private Login() {}

    /** Whether the field means something, by the kind of login; any other field does. */
    static Predicate<String> uses(String key) {
        return word -> switch (key) {
            case "user", "password" -> word.equals("basic") || word.equals("oauth2");
            case "token" -> word.equals("bearer");
            case "tokenUrl", "scope" -> word.equals("oauth2");
            default -> true;
        };
    }
}
