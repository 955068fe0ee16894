package org.priorfetch.engine.admin;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.Passphrase;

/**
 * What {@code admin.json} says.
 *
 * @param hash null while no passphrase is set
 * @param areas what is protected
 * @param failures wrong passphrases since the last right one
 * @param failedAt when the last of them came; null when there is none
 */
record AdminRecord(@Nullable PassphraseHash hash, Set<AdminArea> areas, int failures, @Nullable Instant failedAt) {

    static final AdminRecord NEW = new AdminRecord(null, AdminArea.protectedAtFirst(), 0, null);

    private static final int FREE_FAILURES = 2;
    private static final long FIRST_DELAY_SECONDS = 5;
    private static final int MOST_DOUBLINGS = 8;

    AdminRecord {
        areas = Set.copyOf(areas);
    }

    boolean isRight(@Nullable Passphrase passphrase) {
        return hash == null || (passphrase != null && hash.isOf(passphrase));
    }

    /** When the next try is listened to: twice as long after each failure, 20 minutes at most. Null when now. */
    @Nullable
    Instant triesAgainAt(Instant now) {
        if (failedAt == null || failures <= FREE_FAILURES) {
            return null;
        }
        int doublings = Math.min(failures - FREE_FAILURES - 1, MOST_DOUBLINGS);
        Instant since = failedAt.isAfter(now) ? now : failedAt;
        Instant again = since.plus(Duration.ofSeconds(FIRST_DELAY_SECONDS << doublings));
        return again.isAfter(now) ? again : null;
    }

    AdminRecord failed(Instant now) {
        return new AdminRecord(hash, areas, failures + 1, now);
    }

    AdminRecord succeeded() {
        return new AdminRecord(hash, areas, 0, null);
    }

    AdminRecord with(PassphraseHash fresh) {
        return new AdminRecord(fresh, areas, 0, null);
    }

    AdminRecord protecting(Set<AdminArea> chosen) {
        return new AdminRecord(hash, chosen, failures, failedAt);
    }
}
