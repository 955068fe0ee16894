package org.priorfetch.app.sources;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.priorfetch.engine.model.PeerKind;

/** The parts of a site that a form can change. */
public enum Part {
    SELF(List.of("aeTitle", "host", "port"), Map.of()), //
    PACS(List.of("aeTitle", "host", "port", "issuer", "associations", "limit", "dailyGB"), Map.of()), //
    WORKLIST(List.of("name", WorklistTypes.KEY, "aeTitle", "host", "port", "every", "ahead"),
            Map.of(WorklistTypes.KEY, WorklistTypes.ALL.getFirst())), //
    SOURCE(List.of("name", "aeTitle", "host", "port", "retrieve", "associations", "limit", "hours", "dailyGB", "issuer",
            "accessions"), Map.of("type", "dimse"));

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<String> keys;
    @SuppressWarnings("ImmutableEnumChecker") // made by Map.of
    private final Map<String, String> given;

    Part(List<String> keys, Map<String, String> given) {
        this.keys = Stream.concat(keys.stream(), Encryption.KEYS.stream()).toList();
        this.given = given;
    }

    /** The keys of its fields, in their order. */
    public List<String> keys() {
        return keys;
    }

    /** What a new one has without being asked. */
    public Map<String, String> given() {
        return given;
    }

    /** Which peer it is; empty for ourselves. */
    public Optional<PeerKind> peer() {
        return switch (this) {
            case SELF -> Optional.empty();
            case PACS -> Optional.of(PeerKind.PACS);
            case WORKLIST -> Optional.of(PeerKind.WORKLIST);
            case SOURCE -> Optional.of(PeerKind.SOURCE);
        };
    }

    /** The words that a field can have, the one that holds without any first; empty where anything can be typed. */
    public static List<String> choices(String key) {
        return switch (key) {
            case Encryption.SWITCH -> List.of("off", "on");
            case WorklistTypes.KEY -> WorklistTypes.ALL;
            case "retrieve" -> List.of("get", "move");
            case "accessions" -> List.of("empty", "prefix", "same");
            default -> List.of();
        };
    }

    /** Where the engine names problems of it, such as {@code sources.1}. */
    public String field(int index) {
        return switch (this) {
            case SELF -> "self";
            case PACS -> "pacs";
            case WORKLIST -> "worklists." + index;
            case SOURCE -> "sources." + index;
        };
    }
}
