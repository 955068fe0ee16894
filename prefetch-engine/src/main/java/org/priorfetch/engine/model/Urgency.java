package org.priorfetch.engine.model;

import org.jspecify.annotations.Nullable;

/** Requested Procedure Priority (0040,1003), the most urgent first. */
public enum Urgency {
    STAT, HIGH, ROUTINE, MEDIUM, LOW;

    public static Urgency of(@Nullable String code) {
        return switch (code == null ? "" : code.strip()) {
            case "STAT" -> STAT;
            case "HIGH" -> HIGH;
            case "MEDIUM" -> MEDIUM;
            case "LOW" -> LOW;
            default -> ROUTINE;
        };
    }
}
