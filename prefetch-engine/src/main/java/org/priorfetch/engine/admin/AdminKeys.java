package org.priorfetch.engine.admin;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

import org.priorfetch.engine.api.AdminKey;

/** The keys that are valid now. They end with the process. Guarded by the caller. */
final class AdminKeys {

    private static final Duration UNUSED = Duration.ofMinutes(10);
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Instant> validUntil = new HashMap<>();
    private final InstantSource clock;

    AdminKeys(InstantSource clock) {
        this.clock = clock;
    }

    AdminKey issue() {
        byte[] token = new byte[TOKEN_BYTES];
        random.nextBytes(token);
        AdminKey key = new AdminKey(Base64.getUrlEncoder().withoutPadding().encodeToString(token), fromNow());
        validUntil.put(key.token(), key.validUntil());
        return key;
    }

    /** Whether it opens; being used prolongs it. */
    boolean use(AdminKey key) {
        Instant now = clock.instant();
        validUntil.values().removeIf(until -> !until.isAfter(now));
        return validUntil.computeIfPresent(key.token(), (_, _) -> fromNow()) != null;
    }

    boolean end(AdminKey key) {
        return validUntil.remove(key.token()) != null;
    }

    void endAll() {
        validUntil.clear();
    }

    private Instant fromNow() {
        return clock.instant().plus(UNUSED);
    }
}
