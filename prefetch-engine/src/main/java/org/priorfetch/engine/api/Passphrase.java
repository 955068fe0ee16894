package org.priorfetch.engine.api;

/** What the admin types. Shown nowhere. */
public record Passphrase(String text) {

    public static final int SHORTEST = 8;
    public static final int LONGEST = 256;

    /** Without the text. */
    @Override
    public String toString() {
        return "Passphrase[]";
    }
}
