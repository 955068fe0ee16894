package org.priorfetch.app.sources;

import java.util.List;
import java.util.Set;

/** The kinds of worklists, and which fields each has. What no field shows stays as {@code site.yaml} has it. */
final class WorklistTypes {

    static final String KEY = "type";
    /** The usual one stands first. */
    static final List<String> ALL = List.of("mwl", "hl7", "pacs");

    private static final Set<String> OF_MESSAGES = Set.of("senders", "applications", "charset", "accession");
    private static final Set<String> ARRIVALS = Set.of("name", KEY, "every");

    private WorklistTypes() {}

    /** Whether a worklist of the type has the field. */
    static boolean has(String type, String key) {
        return switch (type) {
            case "hl7" -> !key.equals("aeTitle");
            case "pacs" -> ARRIVALS.contains(key);
            default -> !OF_MESSAGES.contains(key);
        };
    }

    /** Whether the field may stay empty although others need it: messages are listened for on our own interface. */
    static boolean isPreset(String type, String key) {
        return type.equals("hl7") && key.equals("host");
    }
}
