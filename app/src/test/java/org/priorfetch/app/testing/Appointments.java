package org.priorfetch.app.testing;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.prior.Regions;

/** Appointments and candidates for tests, each told by what matters. */
public final class Appointments {

    private Appointments() {}

    public static AppointmentView appointment(String id, String patientName, ReadinessVerdict verdict,
            PriorView... priors) {
        return appointment(id, patientName, "CT", "CT Thorax", 20, verdict, null, priors);
    }

    /** An appointment so many minutes after 08:30. */
    public static AppointmentView appointment(String id, String patientName, String modality, String procedure,
            int minutes, ReadinessVerdict verdict, Long etaSeconds, PriorView... priors) {
        int number = Math.floorMod(id.hashCode(), 90_000) + 10_000;
        Patient patient = new Patient(new PatientKey(Integer.toString(number), "HOSP"), patientName,
                LocalDate.of(1940 + number % 60, 1 + number % 12, 1 + number % 28),
                number % 2 == 0 ? Sex.F : Sex.M);
        return new AppointmentView(id, patient, new TreeSet<>(Arrays.asList(modality.split("\\+", -1))), procedure,
                TestClock.START.plus(Duration.ofMinutes(minutes)), Urgency.ROUTINE, verdict, etaSeconds,
                List.of(priors), Regions.read(procedure).messages(), "", "", false);
    }

    public static AppointmentView urgent(AppointmentView view) {
        return new AppointmentView(view.id(), view.patient(), view.modalities(), view.procedure(),
                view.scheduledStart(), Urgency.STAT, view.verdict(), view.etaSeconds(), view.priors(), view.regions(),
                view.section(),
                view.reader(), view.pinned());
    }

    public static AppointmentView with(AppointmentView view, ReadinessVerdict verdict, PriorView... priors) {
        return new AppointmentView(view.id(), view.patient(), view.modalities(), view.procedure(),
                view.scheduledStart(), view.urgency(), verdict, null, List.of(priors), view.regions(), view.section(),
                view.reader(),
                view.pinned());
    }

    /** The appointment at a place, and who reads it. */
    public static AppointmentView at(AppointmentView view, String section, String reader) {
        return new AppointmentView(view.id(), view.patient(), view.modalities(), view.procedure(),
                view.scheduledStart(), view.urgency(), view.verdict(), view.etaSeconds(), view.priors(), view.regions(),
                section, reader,
                view.pinned());
    }

    /** All will be here only after the start. */
    public static AppointmentView late(AppointmentView view) {
        return new AppointmentView(view.id(), view.patient(), view.modalities(), view.procedure(),
                view.scheduledStart(), view.urgency(), view.verdict(), view.etaSeconds(), view.priors(), view.regions(),
                view.section(), view.reader(), view.pinned(), view.notes(), true);
    }

    public static AppointmentView pinned(AppointmentView view) {
        return new AppointmentView(view.id(), view.patient(), view.modalities(), view.procedure(),
                view.scheduledStart(), view.urgency(), view.verdict(), view.etaSeconds(), view.priors(), view.regions(),
                view.section(),
                view.reader(), true);
    }

    public static PriorView prior(String uid, PriorState state, String modality, String title, LocalDate date,
            int delivered, int expected, Reason reason) {
        return new PriorView(uid, "regional", state, expected, delivered, state == PriorState.SKIP ? 0 : 80, reason,
                title, new TreeSet<>(List.of(modality)), date, delivered == 0 ? null : delivered * 500_000L);
    }

    public static PriorView here(String uid) {
        return prior(uid, PriorState.PRESENT, "CT", "CT Thorax", LocalDate.of(2025, 9, 12), 240, 240,
                Reason.of("scripted.sameRegion").and("scripted.newest", "CT", 14, 3));
    }

    public static PriorView fetching(String uid, int delivered) {
        return prior(uid, PriorState.FETCH, "CT", "CT Thorax nativ", LocalDate.of(2023, 4, 2), delivered, 400,
                Reason.of("scripted.sameRegion").and("scripted.second", "CT", 3));
    }

    public static PriorView skipped(String uid) {
        return prior(uid, PriorState.SKIP, "DX", "Hand links", LocalDate.of(2024, 6, 30), 0, 2,
                Reason.of("scripted.otherRegion", "hand"));
    }

    public static PriorView held(String uid) {
        return prior(uid, PriorState.HOLD, "CT", "CT Abdomen mit KM", LocalDate.of(2024, 2, 11), 0, 610,
                Reason.of("scripted.otherBirthDate"));
    }
}
