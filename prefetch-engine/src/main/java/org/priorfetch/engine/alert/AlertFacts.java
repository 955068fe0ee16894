package org.priorfetch.engine.alert;

import java.time.Instant;
import java.util.List;

import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.Reason;

/** All that alerts follow from, at one moment. */
public record AlertFacts(Instant at, List<PeerStatus> peers, List<FailedTry> failures, List<DiskSpace> disks,
        List<CertificateEnd> certificates, List<RefusedMessages> refused, LateAppointments late) {

    public AlertFacts {
        peers = List.copyOf(peers);
        failures = List.copyOf(failures);
        disks = List.copyOf(disks);
        certificates = List.copyOf(certificates);
        refused = List.copyOf(refused);
    }

    /** Where nobody sends messages, and no appointment is late. */
    public AlertFacts(Instant at, List<PeerStatus> peers, List<FailedTry> failures, List<DiskSpace> disks,
            List<CertificateEnd> certificates) {
        this(at, peers, failures, disks, certificates, List.of(), LateAppointments.NONE);
    }

    /**
     * A try of a transfer that failed.
     *
     * @param givenUp whether no other try follows by itself
     */
    public record FailedTry(Instant at, String source, Reason reason, boolean givenUp) {}

    /**
     * The disk under a folder.
     *
     * @param freeBytes for us
     */
    public record DiskSpace(String folder, long freeBytes, long totalBytes) {}

    /** How many messages of the last 24 hours a worklist could not take, that still lie there for the admin. */
    public record RefusedMessages(String worklist, int count) {}

    /** Until when a certificate is valid. */
    public record CertificateEnd(String name, Instant notAfter) {}
}
