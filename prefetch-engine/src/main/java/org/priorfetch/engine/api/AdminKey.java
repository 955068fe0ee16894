package org.priorfetch.engine.api;

import java.time.Instant;

/**
 * Opens what is kept for the admin.
 *
 * @param token known to nobody else
 * @param validUntil unless it is used before; each use prolongs it
 */
public record AdminKey(String token, Instant validUntil) {

    /** Without the token. */
    @Override
    public String toString() {
        return "AdminKey[until " + validUntil + "]";
    }
}
