package org.priorfetch.engine.api;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What is kept for the admin.
 *
 * @param passphraseSet whether there is a passphrase to unlock it with; without one, the first that is set unlocks
 * @param protectedAreas what needs a key
 * @param triesAgainAt when a passphrase is listened to again after failures; null when now
 */
public record LockState(boolean passphraseSet, Set<AdminArea> protectedAreas, @Nullable Instant triesAgainAt) {

    public LockState {
        protectedAreas = Set.copyOf(protectedAreas);
    }
}
