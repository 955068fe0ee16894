package org.priorfetch.app.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferState;

/** Snapshots for tests. */
public final class Snapshots {

    private static final AtomicLong SEQUENCE = new AtomicLong();

    private Snapshots() {}

    public static EngineSnapshot of(AppointmentView... appointments) {
        return of(List.of(appointments), List.of());
    }

    public static EngineSnapshot of(List<AppointmentView> appointments, List<TransferView> transfers) {
        return of(appointments, transfers, worklist(), pacs(), List.of(source("regional"), source("university")));
    }

    public static EngineSnapshot of(List<AppointmentView> appointments, List<TransferView> transfers,
            PeerStatus worklist, PeerStatus pacs, List<PeerStatus> sources) {
        return new EngineSnapshot(SEQUENCE.incrementAndGet(), TestClock.START, false, false, appointments, transfers,
                sources,
                List.of(worklist), pacs);
    }

    /** The same, paused until a time, or until somebody goes on. */
    public static EngineSnapshot paused(EngineSnapshot snapshot, Instant until) {
        return new EngineSnapshot(SEQUENCE.incrementAndGet(), snapshot.at(), true, snapshot.settled(),
                snapshot.appointments(), snapshot.transfers(), snapshot.sources(), snapshot.worklists(),
                snapshot.pacs(), until, snapshot.alerts(), snapshot.needsReview(), snapshot.configured());
    }

    /** The same, with what the admin should see to, and what waits for a person. */
    public static EngineSnapshot needing(EngineSnapshot snapshot, int needsReview, Alert... alerts) {
        return new EngineSnapshot(SEQUENCE.incrementAndGet(), snapshot.at(), snapshot.paused(), snapshot.settled(),
                snapshot.appointments(), snapshot.transfers(), snapshot.sources(), snapshot.worklists(),
                snapshot.pacs(), snapshot.pausedUntil(), List.of(alerts), needsReview, snapshot.configured());
    }

    public static Alert alert(AlertKind kind, String subject) {
        return new Alert(kind, subject, ago(5), Message.of("alerts." + kind + ".text", subject),
                Message.of("alerts." + kind + ".advice", subject));
    }

    public static PeerStatus worklist() {
        return PeerStatus.unknown(PeerKind.WORKLIST, "ris").answered(ago(0));
    }

    public static PeerStatus pacs() {
        return PeerStatus.unknown(PeerKind.PACS, StudyRef.PACS).answered(ago(2));
    }

    public static PeerStatus source(String name) {
        return PeerStatus.unknown(PeerKind.SOURCE, name).answered(ago(4));
    }

    public static PeerStatus silent(PeerStatus peer, int minutes) {
        return peer.answered(ago(minutes)).failed(Reason.of("scripted.noRoute", "10.1.7.20", "104"));
    }

    public static Instant ago(int minutes) {
        return TestClock.START.minus(Duration.ofMinutes(minutes));
    }

    public static TransferView transfer(long id, String title, TransferState state, int delivered, int expected) {
        boolean moves = state == TransferState.RUNNING;
        return new TransferView(id, "2.25." + id, "regional", null, title, state, expected, delivered,
                delivered * 524_288L, moves ? 12_400_000 : 0, moves ? 70L : null, null, null, ago(3));
    }

    public static TransferView forAppointment(TransferView view, String appointmentId, Reason slow, Reason reason) {
        return new TransferView(view.id(), view.studyUid(), view.source(), appointmentId, view.studyDescription(),
                view.state(), view.expected(), view.delivered(), view.bytes(), view.bytesPerSecond(),
                view.etaSeconds(), slow, reason, view.updated());
    }
}
