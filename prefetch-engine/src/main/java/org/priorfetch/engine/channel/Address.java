package org.priorfetch.engine.channel;

import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * What {@code engine.json} says.
 *
 * @param pid the process, for people who look for it
 */
record Address(int port, @Nullable String token, long pid) {

    private static final int HIGHEST_PORT = 65_535;

    boolean isUsable() {
        return token != null && port > 0 && port <= HIGHEST_PORT;
    }

    Secret secret() {
        return new Secret(Objects.requireNonNull(token));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "Address[" + port + ", " + pid + "]";
    }
}
