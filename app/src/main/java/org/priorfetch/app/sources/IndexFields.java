package org.priorfetch.app.sources;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The fields of the patient index that an archive has, within the archive's. */
final class IndexFields {

    /** In the order in which they are shown. */
    static final List<String> PIX = fields("pix.", List.of("type", "host", "port", "application", "facility", "url",
            "local", "target"));
    static final String KIND = "pix.type";
    static final List<String> KINDS = List.of("v2", "fhir");

    private static final String SECTION = "pix.";
    private static final List<String> OF_V2 = List.of("host", "port", "application", "facility");
    private static final List<String> OF_FHIR = List.of("url");

    private IndexFields() {}

    private static List<String> fields(String section, List<String> keys) {
        return Stream.concat(keys.stream(), Encryption.KEYS.stream()).map(section::concat).toList();
    }

    static boolean contains(String key) {
        return key.startsWith(SECTION);
    }

    /** What the key is called within its section; the key itself when it stands in none of ours. */
    static String inner(String key) {
        return contains(key) ? key.substring(SECTION.length()) : key;
    }

    /** All conditions of a field of a patient index. */
    static List<Condition> conditions(String key) {
        String inner = inner(key);
        return Stream.of(
                new Condition("patients", "pix"::equals),
                new Condition(KIND, kind -> !kind.equals("fhir") || !OF_V2.contains(inner)),
                new Condition(KIND, kind -> kind.equals("fhir") || !OF_FHIR.contains(inner)),
                new Condition(SECTION + Encryption.SWITCH, encryption(inner)))
                .filter(condition -> !condition.decisive().equals(key))
                .toList();
    }

    private static Predicate<String> encryption(String inner) {
        return word -> !Encryption.isDetail(inner) || word.equals("on");
    }
}
