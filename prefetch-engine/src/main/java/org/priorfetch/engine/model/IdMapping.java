package org.priorfetch.engine.model;

import java.util.Optional;

/**
 * How the PACS's patient IDs are rewritten into those of a source: the pattern first, then padding, then prefix and suffix.
 * An ID is rewritten only where the way back leads to the very same ID, so that two people never share one.
 *
 * @param rewrite what the whole ID must look like and what it becomes
 * @param padding what is done about leading zeros
 */
public record IdMapping(IdRewrite rewrite, Padding padding, String prefix, String suffix) {

    /** Leading zeros. */
    public sealed interface Padding {

        /** As they are. */
        record Kept() implements Padding {}

        /** The source fills its IDs up to so many characters. */
        record FilledTo(int length) implements Padding {}

        /** The PACS fills its IDs up to so many characters, the source does not. */
        record StrippedFrom(int length) implements Padding {}
    }

    public static final Padding KEPT = new Padding.Kept();
    private static final int LONGEST = 64;

    /** The ID at the source; empty when this ID has none there, or one that is not clearly its own. */
    public Optional<String> there(String localId) {
        String id = localId.strip();
        if (id.isEmpty() || id.length() > LONGEST) {
            return Optional.empty();
        }
        return rewrite.there(id)
                .map(this::padded)
                .map(body -> prefix + body + suffix)
                .filter(mapped -> mapped.length() <= LONGEST && back(mapped).equals(Optional.of(id)));
    }

    private Optional<String> back(String id) {
        boolean framed = id.length() > prefix.length() + suffix.length() && id.startsWith(prefix)
                && id.endsWith(suffix);
        return framed ? rewrite.back(unpadded(id.substring(prefix.length(), id.length() - suffix.length())))
                : Optional.empty();
    }

    private String padded(String body) {
        return switch (padding) {
            case Padding.Kept _ -> body;
            case Padding.FilledTo(int length) -> filled(body, length);
            case Padding.StrippedFrom _ -> stripped(body);
        };
    }

    private String unpadded(String body) {
        return switch (padding) {
            case Padding.Kept _ -> body;
            case Padding.FilledTo _ -> stripped(body);
            case Padding.StrippedFrom(int length) -> filled(body, length);
        };
    }

    private static String filled(String body, int length) {
        return "0".repeat(Math.max(0, length - body.length())) + body;
    }

    private static String stripped(String body) {
        int zeros = 0;
        while (zeros < body.length() - 1 && body.charAt(zeros) == '0') {
            zeros++;
        }
        return body.substring(zeros);
    }
}
