package org.priorfetch.engine.settings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The keys of one section.
 *
 * @param supported the keys that the program understands
 * @param planned keys of the format that the program does not support
 */
record Keys(List<String> supported, Set<String> planned) {

    private static final List<String> TLS = List.of("tls", "tlsTrust", "tlsCertificate", "tlsPassword");

    /** How we log in by HTTP. */
    static final List<String> LOGIN = List.of("auth", "user", "password", "token", "tokenUrl", "scope");

    static final Keys ROOT = new Keys(List.of("self", "pacs", "worklists", "sources", "relevance", "procedures",
            "exclude", "database"), Set.of());
    static final Keys SELF = withTls(List.of("aeTitle", "host", "port"), Set.of());
    static final Keys PACS = withTls(joined(joined(List.of("aeTitle", "host", "port", "issuer", "associations", "limit",
            "dailyGB", "commitment", "stow"), LOGIN), List.of("test", "marks")), Set.of());
    static final Keys MARKS = new Keys(List.of("descriptionPrefix", "institution", "studyStatus", "attributes"),
            Set.of());
    static final Keys PROCEDURE = new Keys(List.of("pattern", "regions", "side", "procedureCode", "regionCode"),
            Set.of());
    static final Keys CODE = new Keys(List.of("value", "scheme", "meaning"), Set.of());
    static final Keys WORKLIST = withTls(List.of("name", "type", "aeTitle", "host", "port", "every", "ahead",
            "senders", "applications", "charset", "accession"), Set.of());
    static final Keys MWL = WORKLIST.without(List.of("senders", "applications", "charset", "accession"));
    static final Keys HL7 = WORKLIST.without(List.of("aeTitle"));
    static final Keys ARRIVALS = new Keys(List.of("name", "type", "every"), Set.of());
    static final Keys SOURCE = withTls(joined(joined(List.of("name", "type", "aeTitle", "host", "port", "retrieve",
            "web", "url"), LOGIN),
            List.of("associations", "limit", "hours", "dailyGB", "order", "nearlineWait", "nearlineAhead", "patients",
                    "issuer", "mapping", "pix",
                    "pdq", "accessions", "procedures")),
            Set.of());
    static final Keys DIMSE = SOURCE.without(List.of("url"));
    static final Keys DICOMWEB = SOURCE.without(List.of("aeTitle", "host", "port", "retrieve", "web"));
    static final Keys PIX = withTls(joined(List.of("type", "host", "port", "application", "facility", "url", "local",
            "target"), LOGIN), Set.of());
    static final Keys PIX_V2 = PIX.without(joined(List.of("url"), LOGIN));
    static final Keys PIX_FHIR = PIX.without(List.of("host", "port", "application", "facility"));
    static final Keys PDQ = withTls(joined(List.of("url", "target"), LOGIN), Set.of());
    static final Keys MAPPING = new Keys(List.of("pattern", "replacement", "pad", "unpad", "prefix", "suffix"),
            Set.of());
    static final Keys EXCLUDE = new Keys(List.of("patients", "confidentiality"), Set.of());
    static final Keys RELEVANCE = new Keys(List.of("maxPriors", "maxAge", "newest", "oldest", "unknown", "recent",
            "companions", "pairs", "rules"), Set.of());
    static final Keys RULE = new Keys(List.of("name", "modality", "region", "priors", "maxPriors", "maxAge", "newest",
            "oldest", "unknown", "recent", "companions"), Set.of());
    static final Keys PAIR = new Keys(List.of("name", "modality", "region", "priors", "with"), Set.of());
    static final Keys DATABASE = new Keys(List.of("url"), Set.of());

    private static final int MOST_TYPING_ERRORS = 2;

    private Keys without(List<String> keys) {
        return new Keys(supported.stream().filter(key -> !keys.contains(key)).toList(), planned);
    }

    private static List<String> joined(List<String> first, List<String> second) {
        return Stream.concat(first.stream(), second.stream()).toList();
    }

    private static Keys withTls(List<String> supported, Set<String> planned) {
        return new Keys(joined(supported, TLS), planned);
    }

    String list() {
        return String.join(", ", supported);
    }

    /** The supported key that was probably meant. */
    Optional<String> nearest(String typed) {
        String wanted = typed.toLowerCase(Locale.ROOT);
        return supported.stream()
                .filter(key -> isNear(wanted, key.toLowerCase(Locale.ROOT)))
                .min((a, b) -> Integer.compare(distance(wanted, a.toLowerCase(Locale.ROOT)),
                        distance(wanted, b.toLowerCase(Locale.ROOT))));
    }

    private static boolean isNear(String typed, String key) {
        return Math.abs(typed.length() - key.length()) <= MOST_TYPING_ERRORS
                && distance(typed, key) <= Math.min(MOST_TYPING_ERRORS, key.length() / 2);
    }

    /** Levenshtein's distance. */
    private static int distance(String a, String b) {
        int[] previous = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int[] current = new int[b.length() + 1];
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                current[j] = Math.min(replaced, Math.min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[b.length()];
    }
}
