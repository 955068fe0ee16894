package org.priorfetch.engine.model;

import org.jspecify.annotations.Nullable;

/** Patient's Sex (0010,0040). Everything but M, F and O is unknown and supports no match. */
public enum Sex {
    M, F, O, UNKNOWN;

    public static Sex of(@Nullable String code) {
        return switch (code == null ? "" : code.strip()) {
            case "M" -> M;
            case "F" -> F;
            case "O" -> O;
            default -> UNKNOWN;
        };
    }

    /** The DICOM code string, empty when unknown. */
    public String code() {
        return this == UNKNOWN ? "" : name();
    }
}
