package org.priorfetch.app.testing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.IntStream;

import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.ArchiveAnswer;
import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.FetchAnswer;
import org.priorfetch.engine.api.FoundStudy;
import org.priorfetch.engine.api.PatientJudgement;
import org.priorfetch.engine.api.Presence;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.ArchiveStudy;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.Sex;

/** Archives that answer searches by hand. */
public final class Archives {

    public static final Patient ANNA = patient("4711", "Meier^Anna", 1966);
    public static final Patient ANNA_ELSEWHERE = patient("U-99", "MEIER^ANNA", 1966);
    public static final Patient LONG = patient("ID-0123456789-ABCDEF",
            "Wolfeschlegelsteinhausenbergerdorff-Freifrau von und zu Hohenlohe^Maximiliane Wilhelmine", 1950);

    private Archives() {}

    public static Patient patient(String id, String name, int born) {
        return new Patient(new PatientKey(id, "HOSP"), name, LocalDate.of(born, 3, 12), Sex.F);
    }

    public static FoundStudy study(String uid, Patient patient, String modalities, String description, int images,
            Presence presence) {
        int number = Math.floorMod(uid.hashCode(), 2000);
        return new FoundStudy(new ArchiveStudy(uid, patient, "A" + number, LocalDate.of(2025, 6, 1).minusDays(number),
                LocalTime.of(8, 15), description, new TreeSet<>(Arrays.asList(modalities.split("\\+", -1))), 2, images),
                presence);
    }

    public static ArchiveAnswer found(String archive, FoundStudy... studies) {
        return new ArchiveAnswer(archive, List.of(studies), false, null);
    }

    public static ArchiveAnswer silent(String archive) {
        return new ArchiveAnswer(archive, List.of(), false, Message.of("dicom.nobodyListens", archive, "10.1.7.20",
                "104"));
    }

    /** An appointment of Anna's, accession number ACC1, and somebody else's. */
    public static EngineSnapshot day() {
        AppointmentView like = Appointments.appointment("ACC1", "Meier^Anna", ReadinessVerdict.NONE_EXIST);
        AppointmentView annas = new AppointmentView(like.id(), ANNA, like.modalities(), like.procedure(),
                like.scheduledStart(), like.urgency(), like.verdict(), null, List.of(), like.regions(), like.section(),
                like.reader(), like.pinned());
        return Snapshots.of(Appointments.appointment("ACC0", "Zimmermann^Ole", ReadinessVerdict.READY), annas);
    }

    public static List<ArchiveAnswer> typical() {
        return List.of(
                found("regional", study("1.1", ANNA, "CT", "CT Thorax mit KM", 812, Presence.ABSENT),
                        study("1.2", ANNA, "CR", "Thorax in 2 Ebenen", 2, Presence.HERE),
                        study("1.3", ANNA, "MR+SR", "MR Schädel", 1204, Presence.PARTLY)),
                found("university", study("1.1", ANNA, "CT", "CT Thorax mit KM", 812, Presence.ABSENT),
                        study("2.1", ANNA_ELSEWHERE, "PT+CT", "PET/CT Ganzkörper", 2410, Presence.ABSENT)),
                found("pacs", study("1.2", ANNA, "CR", "Thorax in 2 Ebenen", 2, Presence.HERE)));
    }

    public static List<ArchiveAnswer> oneSilent() {
        return List.of(typical().getFirst(), silent("university"), found("pacs"));
    }

    public static List<ArchiveAnswer> nothing() {
        return List.of(found("regional"), found("university"), found("pacs"));
    }

    public static List<ArchiveAnswer> longNames() {
        return List.of(
                found("regional", study("1.1", LONG, "CT+PT+SR+OT",
                        "Computertomographie des Thorax und des Abdomens mit intravenösem Kontrastmittel, Verlauf",
                        120_812, Presence.UNKNOWN), study("1.2", LONG, "CR", "", -1, Presence.ABSENT)),
                found("university", study("1.1", LONG, "CT+PT+SR+OT", "CT", 120_812, Presence.UNKNOWN)),
                found("pacs"));
    }

    public static List<ArchiveAnswer> many(int count) {
        FoundStudy[] studies = IntStream.range(0, count)
                .mapToObj(number -> study("3." + number, patient("P" + number / 4, "Meier^Person" + number / 4, 1950),
                        number % 3 == 0 ? "CT" : "CR", "Untersuchung " + number, number + 1, Presence.ABSENT))
                .toArray(FoundStudy[]::new);
        return List.of(new ArchiveAnswer("regional", List.of(studies), true, null), found("university"),
                found("pacs"));
    }

    /** An engine whose archives answer so; fetches are taken as transfers 1, 2, 3… in their order. */
    public static ScriptedEngine engine(EngineSnapshot snapshot, List<ArchiveAnswer> answers) {
        Map<String, ArchiveAnswer> bySource = new HashMap<>();
        answers.forEach(answer -> bySource.put(answer.source(), answer));
        ScriptedEngine engine = new ScriptedEngine(snapshot);
        return engine.on(ArchiveCommand.SearchArchive.class, search -> bySource.get(search.source()))
                .on(ArchiveCommand.StopSearch.class, _ -> true)
                .on(ArchiveCommand.ListSeries.class,
                        _ -> List.of(new ArchiveSeries("9.1", "1", "CT", "Topogramm", "CHEST", 2),
                                new ArchiveSeries("9.2", "2", "CT", "Lunge 1.0", "CHEST", 410)))
                .on(ArchiveCommand.JudgePatient.class, Archives::judgement)
                .on(TransferCommand.CancelTransfer.class, _ -> true)
                .on(TransferCommand.FetchStudy.class, _ -> new FetchAnswer(
                        engine.submitted().stream().filter(TransferCommand.FetchStudy.class::isInstance).count(),
                        null));
    }

    private static PatientJudgement judgement(ArchiveCommand.JudgePatient asked) {
        return asked.patient().equals(ANNA)
                ? new PatientJudgement(PatientJudgement.Outcome.FETCHED, Reason.of("identity.same"))
                : new PatientJudgement(PatientJudgement.Outcome.HELD,
                        Reason.of("identity.sameId").and("identity.otherBirthDate"));
    }
}
