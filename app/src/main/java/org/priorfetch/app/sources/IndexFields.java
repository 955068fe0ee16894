package org.priorfetch.app.sources;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The fields of the patient index, or directory, that an archive has, within the archive's. */
enum IndexFields {
    /** Knows the archive's IDs of patients. */
    PIX("pix.", "pix", List.of("type", "host", "port", "application", "facility", "url", "local", "target")),
    /** Looks for patients by name and birth date. */
    PDQ("pdq.", "demographics", List.of("url", "target"));

    static final String KIND = "pix.type";
    static final List<String> KINDS = List.of("v2", "fhir");

    private static final Set<String> OF_V2 = Set.of("host", "port", "application", "facility");
    private static final Set<String> OF_FHIR = Stream.concat(Stream.of("url"), Login.KEYS.stream())
            .collect(Collectors.toUnmodifiableSet());

    private final String section;
    private final String scheme;
    @SuppressWarnings("ImmutableEnumChecker") // made by toList
    private final List<String> keys;

    IndexFields(String section, String scheme, List<String> keys) {
        this.section = section;
        this.scheme = scheme;
        this.keys = Stream.of(keys, Login.KEYS, Encryption.KEYS).flatMap(List::stream).map(section::concat).toList();
    }

    /** In the order in which they are shown. */
    static List<String> all() {
        return Stream.of(values()).flatMap(fields -> fields.keys.stream()).toList();
    }

    /** Whose field it is; empty for one of the archive itself. */
    static Optional<IndexFields> of(String key) {
        return Stream.of(values()).filter(fields -> key.startsWith(fields.section)).findFirst();
    }

    /** What the key is called within its section; the key itself when it stands in none of ours. */
    static String inner(String key) {
        return of(key).map(fields -> key.substring(fields.section.length())).orElse(key);
    }

    /** The last part of the keys of its texts. */
    static String word(String key) {
        return key.equals("pdq.url") ? key : of(key).map(_ -> "index." + inner(key)).orElse(key);
    }

    /** The words that the field can have; empty for others. */
    static List<String> choices(String key) {
        return of(key).isEmpty() ? List.of() : switch (inner(key)) {
            case "type" -> KINDS;
            case Login.SWITCH -> Login.WORDS;
            case Encryption.SWITCH -> List.of("off", "on");
            default -> List.of();
        };
    }

    /** All conditions under which one of these fields means something. */
    List<Condition> conditions(String key) {
        String inner = inner(key);
        return Stream.concat(Stream.of(new Condition("patients", scheme::equals),
                new Condition(section + Login.SWITCH, Login.uses(inner)),
                new Condition(section + Encryption.SWITCH, encryption(inner))), ofKind(inner))
                .filter(condition -> condition.isOfOthers(key))
                .toList();
    }

    private Stream<Condition> ofKind(String inner) {
        return switch (this) {
            case PIX -> Stream.of(new Condition(KIND,
                    kind -> !(kind.equals("fhir") ? OF_V2 : OF_FHIR).contains(inner)));
            case PDQ -> Stream.of(new Condition("pdq.url", address -> !address.isBlank()));
        };
    }

    private static Predicate<String> encryption(String inner) {
        return word -> !Encryption.isDetail(inner) || word.equals("on");
    }
}
