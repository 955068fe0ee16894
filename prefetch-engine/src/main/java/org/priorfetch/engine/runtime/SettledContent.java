package org.priorfetch.engine.runtime;

import java.time.Duration;

/**
 * Tells when a content that changed has come to rest, so that a file that is being written is left alone. Not thread-safe.
 */
final class SettledContent {

    /** Long enough for an editor that empties a file before it writes it. */
    static final Duration REST = Duration.ofMillis(400);

    private String handled;
    private String seen;
    private long seenSince;

    /** @param handled what need not be told */
    SettledContent(String handled) {
        this.handled = handled;
        this.seen = handled;
    }

    /**
     * Whether this content is another one than the last that was told of, and has been the same for long enough. It is told
     * once.
     */
    boolean isNew(String content, long nanoTime) {
        if (!content.equals(seen)) {
            seen = content;
            seenSince = nanoTime;
        }
        boolean told = !isSettling() || nanoTime - seenSince < REST.toNanos();
        if (!told) {
            handled = seen;
        }
        return !told;
    }

    /** Whether the one that was seen last is still to be told of. */
    boolean isSettling() {
        return !seen.equals(handled);
    }
}
