package org.priorfetch.app.sources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.priorfetch.engine.model.PeerKind;

/** The parts of a site that a form can change. */
public enum Part {
    SELF(List.of("aeTitle", "host", "port"), Map.of()), //
    PACS(Stream.of(List.of("aeTitle", "host", "port", "issuer", "associations", "limit", "dailyGB", "commitment"),
            Stow.KEYS, List.of("test", "marks.descriptionPrefix", "marks.institution", "marks.studyStatus",
                    "marks.attributes"))
            .flatMap(List::stream)
            .toList(), Map.of()), //
    WORKLIST(List.of("name", WorklistTypes.KEY, "aeTitle", "host", "port", "every", "ahead", "senders", "applications",
            "charset", "accession"),
            Map.of(WorklistTypes.KEY, WorklistTypes.ALL.getFirst())), //
    SOURCE(Stream.of(List.of("name", SourceTypes.KEY, "aeTitle", "host", "port", "retrieve", "web"), SourceTypes.WEB,
            List.of("associations", "limit", "hours", "dailyGB", "order", "nearlineWait", "nearlineAhead", "patients",
                    "issuer", "mapping.pattern",
                    "mapping.replacement", "mapping.pad", "mapping.unpad", "mapping.prefix", "mapping.suffix"),
            IndexFields.all(), List.of("accessions", "procedures")).flatMap(List::stream).toList(),
            Map.of(SourceTypes.KEY, SourceTypes.ALL.getFirst(), IndexFields.KIND, IndexFields.KINDS.getFirst())), //
    /** What procedures show, and how they are coded here. */
    PROCEDURES(List.of("procedures"), Map.of()), //
    /** Whom not to fetch. */
    EXCLUDE(List.of("patients", "confidentiality"), Map.of());

    private static final Set<String> LATER = Set.of("commitment", "order", "procedures", "senders", "applications",
            "charset", "accession", "nearlineWait", "nearlineAhead");

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> keys;
    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
    private final Map<String, String> given;

    Part(List<String> keys, Map<String, String> given) {
        boolean talks = keys.contains("host");
        this.keys = Stream.concat(keys.stream(), talks ? Encryption.KEYS.stream() : Stream.of()).toList();
        this.given = given;
    }

    /** The keys of its fields, in their order. */
    public List<String> keys() {
        return keys;
    }

    /** Those by which one begins; the others can wait. */
    public List<String> firstKeys() {
        return keys.stream().filter(key -> !isLater(key)).toList();
    }

    private boolean isLater(String key) {
        if (this == PACS && (Stow.KEYS.contains(key) || key.equals("test"))) {
            return true;
        }
        return key.startsWith("marks.") || LATER.contains(key);
    }

    /** What one has without being asked, where that means something. */
    public Map<String, String> given() {
        return given;
    }

    /** Which peer it is; empty for ourselves. */
    public Optional<PeerKind> peer() {
        return switch (this) {
            case SELF, EXCLUDE, PROCEDURES -> Optional.empty();
            case PACS -> Optional.of(PeerKind.PACS);
            case WORKLIST -> Optional.of(PeerKind.WORKLIST);
            case SOURCE -> Optional.of(PeerKind.SOURCE);
        };
    }

    /** The words that a field can have, the one that holds without any first; empty where anything can be typed. */
    public List<String> choices(String key) {
        return this == EXCLUDE ? List.of() : switch (key) {
            case Encryption.SWITCH -> List.of("off", "on");
            case WorklistTypes.KEY -> this == SOURCE ? SourceTypes.ALL : WorklistTypes.ALL;
            case Login.SWITCH -> Login.WORDS;
            case "commitment" -> List.of("auto", "off");
            case "test" -> List.of("false", "true");
            case "retrieve" -> List.of("auto", "get", "move", "direct");
            case "patients" -> List.of("same", "mapped", "demographics", "pix");
            case "order" -> List.of("reading", "newest", "archive");
            case "accessions" -> List.of("empty", "prefix", "same");
            default -> IndexFields.choices(key);
        };
    }

    /** Whether spaces at the beginning and the end are part of the value. */
    boolean keepsSpaces(String key) {
        return key.equals("marks.descriptionPrefix");
    }

    /** Whether one line is not enough for it. */
    boolean hasSeveralLines(String key) {
        return switch (key) {
            case "procedures", "marks.attributes" -> true;
            case "patients" -> this == EXCLUDE;
            default -> false;
        };
    }

    /** The last part of the keys of its texts. */
    String word(String key) {
        return switch (this) {
            case EXCLUDE -> "exclude." + key;
            case SOURCE -> IndexFields.of(key).isPresent() ? IndexFields.word(key) : SourceTypes.word(key);
            case PACS -> Login.KEYS.contains(key) ? SourceTypes.word(key) : key;
            case SELF, WORKLIST, PROCEDURES -> key;
        };
    }

    /** Where the engine names problems of it, such as {@code sources.1}. */
    public String field(int index) {
        return switch (this) {
            case SELF -> "self";
            case PACS -> "pacs";
            case WORKLIST -> "worklists." + index;
            case SOURCE -> "sources." + index;
            case PROCEDURES -> "procedures";
            case EXCLUDE -> "exclude";
        };
    }
}
