package org.priorfetch.engine.runtime;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.ProcedureMap;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.transfer.Pause;

/** Puts a snapshot together from what the parts know. */
final class SnapshotAssembler {

    /**
     * A transfer that moves.
     *
     * @param slowBecause what most of its time is spent on; null while there is nothing to be said
     * @param way by which way it comes, and why; null where nothing is chosen
     */
    record UnderWay(Instant begun, @Nullable Reason slowBecause, @Nullable Reason way) {

        UnderWay(Instant begun, @Nullable Reason slowBecause) {
            this(begun, slowBecause, null);
        }
    }

    /**
     * What the parts know at one moment.
     *
     * @param saidLast of transfers that have ended, why they took their time
     */
    record Parts(Instant at, Pause pause, boolean settled, List<BookEntry> entries, List<TransferJob> jobs,
            Map<Long, UnderWay> underWay, List<PeerStatus> peers, List<Alert> alerts, int needsReview,
            @Nullable DeliveryTest deliveryTest, Outlook outlook, Map<Long, Reason> saidLast) {

        /** Of an engine that never sent a test study, and foretells nothing. */
        Parts(Instant at, Pause pause, boolean settled, List<BookEntry> entries, List<TransferJob> jobs,
                Map<Long, UnderWay> underWay, List<PeerStatus> peers, List<Alert> alerts, int needsReview) {
            this(at, pause, settled, entries, jobs, underWay, peers, alerts, needsReview, null, Outlook.NONE, Map.of());
        }
    }

    private final AtomicLong sequence;
    private final TransferViews transfers;
    private final AppointmentViews appointments;

    SnapshotAssembler() {
        this(Map.of());
    }

    /** @param bytesTwice of transfers, by their ids */
    SnapshotAssembler(Map<Long, Long> bytesTwice) {
        this(new AtomicLong(), ProcedureMap.EMPTY, id -> bytesTwice.getOrDefault(id, 0L));
    }

    /**
     * Goes on counting where another one stopped.
     *
     * @param bytesTwice of a transfer, by its id
     */
    SnapshotAssembler(AtomicLong sequence, ProcedureMap procedures, LongUnaryOperator bytesTwice) {
        this.sequence = sequence;
        this.transfers = new TransferViews(bytesTwice);
        this.appointments = new AppointmentViews(procedures);
    }

    EngineSnapshot assemble(Parts parts) {
        List<TransferView> moving = transfers.of(parts);
        StudyTransfers ofStudies = StudyTransfers.of(parts.jobs(), TransferViews.etas(moving));
        return new EngineSnapshot(sequence.incrementAndGet(), parts.at(), parts.pause().on(), parts.settled(),
                appointments.of(parts.entries(), ofStudies, parts.at()), moving, peers(parts, PeerKind.SOURCE),
                peers(parts, PeerKind.WORKLIST), pacs(parts), parts.pause().until(), parts.alerts(),
                parts.needsReview(), true, parts.deliveryTest());
    }

    private static List<PeerStatus> peers(Parts parts, PeerKind kind) {
        return parts.peers().stream().filter(peer -> peer.kind() == kind).toList();
    }

    private static PeerStatus pacs(Parts parts) {
        return peers(parts, PeerKind.PACS).stream()
                .findFirst()
                .orElseGet(() -> PeerStatus.unknown(PeerKind.PACS, StudyRef.PACS));
    }
}
