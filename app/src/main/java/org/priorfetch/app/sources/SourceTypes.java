package org.priorfetch.app.sources;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What archives speak, and which fields each has. */
final class SourceTypes {

    static final String KEY = "type";
    /** The usual one stands first. */
    static final List<String> ALL = List.of("dimse", "dicomweb");
    /** Of those that speak DICOMweb, in the order in which they are shown. */
    static final List<String> WEB = Stream.concat(Stream.of("url"), Login.KEYS.stream()).toList();

    private static final Set<String> DIMSE = Set.of("aeTitle", "host", "port", "retrieve", "web");
    private static final Condition AUTO = new Condition("retrieve", way -> way.isEmpty() || way.equals("auto"));

    private static final Condition ALWAYS = new Condition(KEY, _ -> true);

    private SourceTypes() {}

    /** All conditions under which a field of an archive means something. */
    static List<Condition> conditions(String key) {
        return Stream.of(new Condition(KEY, type -> !(isWeb(type) ? DIMSE.contains(key) : WEB.contains(key))),
                new Condition(Login.SWITCH, Login.uses(key)), key.equals("web") ? AUTO : ALWAYS)
                .filter(condition -> !condition.decisive().equals(key))
                .toList();
    }

    private static boolean isWeb(String type) {
        return type.equals("dicomweb");
    }

    /** The last part of the keys of its texts. */
    static String word(String key) {
        return WEB.contains(key) || key.equals(KEY) ? "web." + key : key;
    }
}
