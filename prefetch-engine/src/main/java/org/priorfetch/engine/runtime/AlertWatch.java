package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import org.priorfetch.engine.alert.AlertFacts;
import org.priorfetch.engine.alert.AlertFacts.CertificateEnd;
import org.priorfetch.engine.alert.AlertFacts.DiskSpace;
import org.priorfetch.engine.alert.AlertState;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.PeerStatus;

/** Looks once a second at all that alerts follow from, and at the disk twice a minute. Guarded by itself. */
final class AlertWatch {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration DISKS_EVERY = Duration.ofSeconds(30);

    private final Supplier<List<PeerStatus>> peers;
    private final FailedTries failures;
    private final Supplier<List<DiskSpace>> disks;
    private final Supplier<List<CertificateEnd>> certificates;
    private AlertState state = AlertState.CALM;
    private List<DiskSpace> lastDisks = List.of();
    private Instant nextLook = Instant.MIN;
    private Instant nextDisks = Instant.MIN;

    AlertWatch(Supplier<List<PeerStatus>> peers, FailedTries failures, Supplier<List<DiskSpace>> disks,
            Supplier<List<CertificateEnd>> certificates) {
        this.peers = peers;
        this.failures = failures;
        this.disks = disks;
        this.certificates = certificates;
    }

    synchronized List<Alert> alerts(Instant now) {
        if (!now.isBefore(nextDisks)) {
            lastDisks = disks.get();
            nextDisks = now.plus(DISKS_EVERY);
        }
        if (!now.isBefore(nextLook)) {
            state = state.after(new AlertFacts(now, peers.get(), failures.lately(now), lastDisks,
                    certificates.get()));
            nextLook = now.plus(EVERY);
        }
        return state.alerts();
    }
}
