package org.priorfetch.app.testing;

import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.app.testing.Appointments.fetching;
import static org.priorfetch.app.testing.Appointments.held;
import static org.priorfetch.app.testing.Appointments.here;
import static org.priorfetch.app.testing.Appointments.prior;
import static org.priorfetch.app.testing.Appointments.skipped;
import static org.priorfetch.app.testing.Appointments.urgent;
import static org.priorfetch.app.testing.Snapshots.forAppointment;
import static org.priorfetch.app.testing.Snapshots.transfer;
import static org.priorfetch.engine.model.ReadinessVerdict.FAILED;
import static org.priorfetch.engine.model.ReadinessVerdict.FETCHING;
import static org.priorfetch.engine.model.ReadinessVerdict.HELD;
import static org.priorfetch.engine.model.ReadinessVerdict.NONE_EXIST;
import static org.priorfetch.engine.model.ReadinessVerdict.PARTIAL;
import static org.priorfetch.engine.model.ReadinessVerdict.READY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferState;

/** Whole days to look at. */
public final class SampleDays {

    private static final String LONG_PATIENT = "Wolfeschlegelsteinhausenbergerdorff-Freifrau von und zu Hohenlohe^Maximiliane Wilhelmine";
    private static final String LONG_PROCEDURE = "CT Hals, Thorax und Abdomen mit Kontrastmittel, Verlaufskontrolle nach Chemotherapie, dünne Schichten";

    private SampleDays() {}

    public static EngineSnapshot typical() {
        return Snapshots.of(typicalAppointments(), typicalTransfers());
    }

    /** The same, with who reads what where, and two that are pinned. */
    public static EngineSnapshot reading() {
        List<String> sections = List.of("CT", "MR", "Notaufnahme");
        List<String> readers = List.of("Kern^Eva", "Sommer^Jan", "");
        List<AppointmentView> appointments = new ArrayList<>();
        for (AppointmentView view : typicalAppointments()) {
            int number = appointments.size();
            AppointmentView placed = Appointments.at(view, sections.get(number % sections.size()),
                    readers.get(number % readers.size()));
            appointments.add(Set.of("A8", "A9").contains(view.id()) ? Appointments.pinned(placed) : placed);
        }
        return Snapshots.of(appointments, typicalTransfers());
    }

    public static EngineSnapshot unreachable() {
        List<AppointmentView> appointments = typicalAppointments().stream()
                .map(view -> view.verdict() == READY || view.verdict() == HELD
                        ? view
                        : Appointments.with(view, ReadinessVerdict.UNREACHABLE))
                .toList();
        PeerStatus worklist = PeerStatus.unknown(Snapshots.worklist().kind(), "ris")
                .answered(Snapshots.ago(14))
                .failed(Reason.of("scripted.timeout"))
                .silent();
        return Snapshots.of(appointments, typicalTransfers(), worklist, Snapshots.pacs(),
                List.of(Snapshots.silent(Snapshots.source("regional"), 49), Snapshots.source("university")));
    }

    public static EngineSnapshot unreachableAndEmpty() {
        return Snapshots.of(List.of(), List.of(), Snapshots.silent(Snapshots.worklist(), 49), Snapshots.pacs(),
                List.of(Snapshots.source("regional")));
    }

    public static EngineSnapshot empty() {
        return Snapshots.of();
    }

    /** A program that was just installed. */
    public static EngineSnapshot notSetUp() {
        EngineSnapshot empty = Snapshots.of();
        return new EngineSnapshot(empty.sequence(), empty.at(), false, false, List.of(), List.of(), List.of(),
                List.of(), PeerStatus.unknown(empty.pacs().kind(), empty.pacs().name()));
    }

    public static EngineSnapshot longNames() {
        List<AppointmentView> appointments = new ArrayList<>(typicalAppointments());
        appointments.add(4, appointment("A4b", LONG_PATIENT, "CT+PT", LONG_PROCEDURE, 12, PARTIAL, null,
                prior("2.25.91", PriorState.PARTIAL, "CT", LONG_PROCEDURE, LocalDate.of(2025, 12, 24), 409, 412,
                        Reason.of("scripted.sameRegion")
                                .and("scripted.newest", "CT", 11, 12)
                                .and("scripted.missing")),
                here("2.25.92"), skipped("2.25.93")));
        List<TransferView> transfers = new ArrayList<>(typicalTransfers());
        transfers.add(1, forAppointment(transfer(91, LONG_PROCEDURE, TransferState.RUNNING, 409, 412), "A4b",
                Reason.of("scripted.oneByOne"), null));
        return Snapshots.of(appointments, transfers);
    }

    /** So many of each; the round moves on what is being fetched. */
    public static EngineSnapshot large(int appointments, int transfers, int round) {
        ReadinessVerdict[] verdicts = ReadinessVerdict.values();
        List<AppointmentView> views = new ArrayList<>();
        for (int i = 0; i < appointments; i++) {
            ReadinessVerdict verdict = verdicts[i % verdicts.length];
            views.add(appointment("L" + i, "Muster" + i + "^Anna", i % 3 == 0 ? "MR" : "CT",
                    i % 3 == 0 ? "MR Schädel" : "CT Thorax", i * 3 - 60, verdict,
                    verdict == FETCHING ? 60L + (i + round) % 600 : null, here("2.25.1." + i),
                    fetching("2.25.2." + i, (i + round) % 400), skipped("2.25.3." + i)));
        }
        List<TransferView> running = new ArrayList<>();
        for (int i = 0; i < transfers; i++) {
            TransferState state = i < transfers / 2 ? TransferState.RUNNING : TransferState.QUEUED;
            running.add(forAppointment(transfer(i, "CT Thorax", state, (i + round) % 400, 400), "L" + i,
                    Reason.of("scripted.oneByOne"), null));
        }
        return Snapshots.of(views, running);
    }

    private static List<AppointmentView> typicalAppointments() {
        return List.of(
                appointment("A1", "Bauer^Helga", "CT", "CT Thorax", -45, READY, null, here("2.25.1"),
                        here("2.25.2")),
                appointment("A2", "Öztürk^Aylin", "MR", "MR Kniegelenk links", -20, NONE_EXIST, null,
                        skipped("2.25.3")),
                appointment("A3", "Müller^Karl^^Dr.", "CT", "CT Thorax mit KM", 10, FETCHING, 240L, here("2.25.4"),
                        fetching("2.25.5", 244), alreadyHere("2.25.6"), skipped("2.25.7"), tooOld("2.25.8")),
                appointment("A4", "Okafor^Adaeze", "MR", "MR Schädel", 25, READY, null, here("2.25.9"),
                        here("2.25.10"), here("2.25.11")),
                appointment("A5", "Yamada^Tarou", "CT", "CT Abdomen", 40, HELD, null, held("2.25.12"),
                        held("2.25.13")),
                urgent(appointment("A6", "Lindqvist^Per", "DX", "Thorax p.a.", 45, FETCHING, 40L,
                        fetching("2.25.14", 100))),
                appointment("A7", "Nowak^Zofia", "MG", "Mammographie beidseits", 60, READY, null, here("2.25.15")),
                appointment("A8", "García^Lucía", "US", "Sonographie Abdomen", 75, NONE_EXIST, null),
                appointment("A9", "Schmidt^Jürgen", "CT+PT", "PET/CT Ganzkörper", 90, PARTIAL, null,
                        prior("2.25.16", PriorState.PARTIAL, "PT", "PET/CT Ganzkörper", LocalDate.of(2026, 3, 3), 409,
                                412, Reason.of("scripted.missing")),
                        here("2.25.17")),
                appointment("A10", "Andersen^Ida", "MR", "MR LWS", 105, READY, null, here("2.25.18")),
                appointment("A11", "Rossi^Marco", "XA", "Angiographie Becken-Bein", 130, FAILED, null,
                        prior("2.25.19", PriorState.FAILED, "XA", "Angiographie", LocalDate.of(2022, 1, 9), 0, 80,
                                Reason.of("scripted.refused"))),
                appointment("A12", "Weber^Lena", "CT", "CT Schädel nativ", 22 * 60, READY, null, here("2.25.20")));
    }

    private static PriorView alreadyHere(String uid) {
        return prior(uid, PriorState.PRESENT, "DX", "Thorax p.a.", LocalDate.of(2026, 8, 1), 2, 2,
                Reason.of("scripted.alreadyHere"));
    }

    private static PriorView tooOld(String uid) {
        return prior(uid, PriorState.SKIP, "CT", "CT Thorax", LocalDate.of(2009, 5, 19), 0, 180,
                Reason.of("scripted.tooOld"));
    }

    private static List<TransferView> typicalTransfers() {
        return List.of(
                forAppointment(transfer(1, "CT Thorax nativ", TransferState.RUNNING, 244, 400), "A3",
                        Reason.of("scripted.oneByOne"), null),
                forAppointment(transfer(2, "Thorax p.a.", TransferState.VERIFYING, 400, 400), "A6", null, null),
                forAppointment(transfer(3, "CT Thorax", TransferState.QUEUED, 0, 180), "A3", null, null),
                forAppointment(transfer(4, "MR LWS", TransferState.WAITING, 30, 120), "A10", null,
                        Reason.of("scripted.retry", "08:42")),
                forAppointment(transfer(5, "MR Becken", TransferState.WAITING, 0, -1), "A10", null,
                        Reason.of("scripted.hours")),
                forAppointment(transfer(6, "CT Abdomen mit KM", TransferState.HELD, 0, 610), "A5", null,
                        Reason.of("scripted.otherBirthDate")),
                forAppointment(transfer(7, "PET/CT Ganzkörper", TransferState.PARTIAL, 409, 412), "A9", null,
                        Reason.of("scripted.missing")),
                forAppointment(transfer(8, "Angiographie", TransferState.FAILED, 0, 80), "A11", null,
                        Reason.of("scripted.refused")),
                forAppointment(transfer(9, "MR Schädel", TransferState.COMPLETE, 640, 640), "A4", null, null),
                forAppointment(transfer(10, "Mammographie beidseits", TransferState.COMPLETE, 4, 4), "A7", null,
                        null),
                forAppointment(transfer(11, "CT Schädel nativ", TransferState.COMPLETE, 2400, 2400), "A12", null,
                        null));
    }
}
