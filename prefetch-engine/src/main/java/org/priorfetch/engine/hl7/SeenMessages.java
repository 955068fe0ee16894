package org.priorfetch.engine.hl7;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * The messages that were taken lately. A sender that saw no answer sends again what was taken already; taken twice, it could
 * undo what was told in between. Because some senders count anew each day, two messages are the same only if all they say is
 * the same, but for the time of sending. Guarded by itself.
 */
final class SeenMessages {

    private static final int MOST = 10_000;

    private final Set<String> seen = Collections.newSetFromMap(new LinkedHashMap<>() {

        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    });

    synchronized boolean contains(String fingerprint) {
        return seen.contains(fingerprint);
    }

    synchronized void add(String fingerprint) {
        seen.add(fingerprint);
    }

    /** @param text the message, its first line the header */
    static String fingerprint(MessageHeader header, String text) {
        int end = text.indexOf('\r');
        String body = end < 0 ? text : text.substring(end);
        String who = String.join("\n", header.field(3), header.field(4), header.field(9), header.controlId());
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest((who + body).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
