package org.priorfetch.app.sources;

import java.util.Optional;

/** Fields that mean something only where another one has a certain value. Elsewhere the engine calls them a mistake. */
enum Condition {

    ENCRYPTED(Encryption.SWITCH, "on"), MAPPED("patients", "mapped");

    private static final String MAPPING = "mapping.";

    private final String decisive;
    private final String wanted;

    Condition(String decisive, String wanted) {
        this.decisive = decisive;
        this.wanted = wanted;
    }

    /** Of a field; empty for one that always means something. */
    static Optional<Condition> of(String key) {
        if (Encryption.isDetail(key)) {
            return Optional.of(ENCRYPTED);
        }
        return key.startsWith(MAPPING) ? Optional.of(MAPPED) : Optional.empty();
    }

    /** The field that decides. */
    String decisive() {
        return decisive;
    }

    boolean isMet(String value) {
        return value.equals(wanted);
    }
}
