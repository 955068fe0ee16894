package org.priorfetch.engine.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;

/** Snapshots and their parts for tests. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-03-02T07:30:00Z");
    public static final String PATIENT_NAME = "SECRETNAME^GIVEN";

    private Samples() {}

    public static EngineSnapshot snapshot(boolean settled, AppointmentView... appointments) {
        return snapshot(settled, List.of(appointments), List.of(), PeerState.OK);
    }

    public static EngineSnapshot snapshot(boolean settled, List<AppointmentView> appointments,
            List<TransferView> transfers, PeerState worklist) {
        return new EngineSnapshot(17, NOW, false, settled, appointments, transfers,
                List.of(PeerStatus.unknown(PeerKind.SOURCE, "regional").answered(NOW)),
                List.of(new PeerStatus(PeerKind.WORKLIST, "ris", worklist, NOW, null)),
                PeerStatus.unknown(PeerKind.PACS, "pacs"));
    }

    public static AppointmentView appointment(String id, ReadinessVerdict verdict, PriorView... priors) {
        Patient patient = new Patient(new PatientKey("P-" + id, "HOSP"), PATIENT_NAME, LocalDate.of(1960, 1, 2),
                Sex.F);
        return new AppointmentView(id, patient, modalities("CT"), "CT Thorax", NOW.plusSeconds(600), Urgency.ROUTINE,
                verdict, verdict == ReadinessVerdict.FETCHING ? 95L : null, List.of(priors), List.of(),
                "CT 1", "Lang^Eva", false);
    }

    public static PriorView prior(String uid, PriorState state) {
        return new PriorView(uid, "regional", state, 240, state == PriorState.PRESENT ? 240 : 0, 87,
                Reason.of("channel.defect"), "CT Thorax", modalities("CT", "SR"), LocalDate.of(2024, 5, 6), null);
    }

    public static TransferView transfer(long id, TransferState state, int delivered, @Nullable Reason reason) {
        return new TransferView(id, "1.2.3." + id, "regional", "A1", "CT Thorax", state, 240, delivered,
                delivered * 500_000L, state.isUnderWay() ? 12_400_000 : 0, state.isUnderWay() ? 60L : null, null,
                reason,
                NOW);
    }

    private static SortedSet<String> modalities(String... codes) {
        return new TreeSet<>(List.of(codes));
    }

    /** A quiet engine that has sent a test study. */
    public static EngineSnapshot with(DeliveryTest test) {
        EngineSnapshot quiet = snapshot(true);
        return new EngineSnapshot(quiet.sequence(), quiet.at(), quiet.paused(), quiet.settled(), quiet.appointments(),
                quiet.transfers(), quiet.sources(), quiet.worklists(), quiet.pacs(), null, quiet.alerts(), 0, true,
                test);
    }
}
