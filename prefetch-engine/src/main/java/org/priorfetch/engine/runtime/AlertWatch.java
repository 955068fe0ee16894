package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.priorfetch.engine.alert.AlertFacts;
import org.priorfetch.engine.alert.AlertFacts.CertificateEnd;
import org.priorfetch.engine.alert.AlertFacts.DiskSpace;
import org.priorfetch.engine.alert.AlertFacts.RefusedMessages;
import org.priorfetch.engine.alert.AlertState;
import org.priorfetch.engine.alert.LateAppointments;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.PeerStatus;

/** Looks once a second at all that alerts follow from, and twice a minute at the disk and what lies there. Guarded by itself. */
final class AlertWatch {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final Duration DISKS_EVERY = Duration.ofSeconds(30);

    private final Supplier<List<PeerStatus>> peers;
    private final FailedTries failures;
    private final Supplier<List<DiskSpace>> disks;
    private final Supplier<List<CertificateEnd>> certificates;
    private final Function<Instant, List<RefusedMessages>> refused;
    private final Supplier<LateAppointments> late;
    private AlertState state = AlertState.CALM;
    private List<DiskSpace> lastDisks = List.of();
    private List<RefusedMessages> lastRefused = List.of();
    private Instant nextLook = Instant.MIN;
    private Instant nextDisks = Instant.MIN;

    AlertWatch(Supplier<List<PeerStatus>> peers, FailedTries failures, Supplier<List<DiskSpace>> disks,
            Supplier<List<CertificateEnd>> certificates, Function<Instant, List<RefusedMessages>> refused,
            Supplier<LateAppointments> late) {
        this.peers = peers;
        this.failures = failures;
        this.disks = disks;
        this.certificates = certificates;
        this.refused = refused;
        this.late = late;
    }

    synchronized List<Alert> alerts(Instant now) {
        if (!now.isBefore(nextDisks)) {
            lastDisks = disks.get();
            lastRefused = refused.apply(now);
            nextDisks = now.plus(DISKS_EVERY);
        }
        if (!now.isBefore(nextLook)) {
            state = state.after(new AlertFacts(now, peers.get(), failures.lately(now), lastDisks,
                    certificates.get(), lastRefused, late.get()));
            nextLook = now.plus(EVERY);
        }
        return state.alerts();
    }
}
