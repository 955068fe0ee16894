package org.priorfetch.app.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.NextStep;
import org.priorfetch.engine.api.ReviewCommand.Decide;
import org.priorfetch.engine.api.ReviewCommand.DecisionAnswer;
import org.priorfetch.engine.api.ReviewCommand.MadeDecision;
import org.priorfetch.engine.api.ReviewCommand.PlacedStudy;
import org.priorfetch.engine.api.ReviewCommand.ReadDecisions;
import org.priorfetch.engine.api.ReviewCommand.ReadDelivered;
import org.priorfetch.engine.api.ReviewCommand.ReadReviews;
import org.priorfetch.engine.api.ReviewCommand.Settle;
import org.priorfetch.engine.api.ReviewCommand.Withdraw;
import org.priorfetch.engine.api.ReviewCommand.Withdrawal;
import org.priorfetch.engine.api.ReviewItem.ConcernedAppointment;
import org.priorfetch.engine.api.ReviewItem.ConcernedStudy;
import org.priorfetch.engine.api.ReviewItem.DoubtfulPatient;
import org.priorfetch.engine.api.ReviewItem.Trouble;
import org.priorfetch.engine.api.ReviewItem.TroubledStudy;
import org.priorfetch.engine.api.Reviews;
import org.priorfetch.engine.model.FieldComparison;
import org.priorfetch.engine.model.FieldComparison.FieldAgreement;
import org.priorfetch.engine.model.FieldComparison.Resemblance;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientDecision;
import org.priorfetch.engine.model.PatientDecision.Verdict;
import org.priorfetch.engine.model.PatientField;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.SetAside;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.StudyRef;

/** Engines with something to review. */
public final class SampleReviews {

    private static final Instant NOW = TestClock.START;
    private static final String LONG = "Wolfeschlegelsteinhausenbergerdorff-Freifrau von und zu Hohenlohe^Maximiliane Wilhelmine^^Prof. Dr.";

    private SampleReviews() {}

    /** Everything that can wait, and two decisions. */
    public static ScriptedEngine typical() {
        return engine(new Reviews(
                List.of(doubt("patient-1", "M\u00fcller^Karl", 10), japanese(), doubt("patient-3", LONG, 90)),
                List.of(trouble("transfer-4", Trouble.PARTIAL, NextStep.RETRY, NextStep.OTHER_SOURCE, NextStep.ACCEPT,
                        NextStep.LATER), failed(), trouble("transfer-6", Trouble.INSTANCES_DISAGREE, NextStep.GIVE_UP),
                        trouble("study-7", Trouble.PACS_CONFLICT, NextStep.RETRY, NextStep.LATER))));
    }

    /** Two doubtful patients with these IDs. */
    public static ScriptedEngine twoDoubts() {
        return engine(
                new Reviews(List.of(doubt("patient-1", "M\u00fcller^Karl", 10), doubt("patient-2", "Berg^Anna", 20)),
                        List.of()));
    }

    public static ScriptedEngine onlyFailed() {
        return engine(new Reviews(List.of(), List.of(failed())));
    }

    public static ScriptedEngine onlyDisagreeing() {
        return engine(new Reviews(List.of(),
                List.of(trouble("transfer-6", Trouble.INSTANCES_DISAGREE, NextStep.GIVE_UP))));
    }

    /** The lists cannot be read. */
    public static ScriptedEngine failing() {
        return nothing().on(ReadReviews.class, _ -> {
            throw new CommandFailedException(Message.of("store.full", "/home/reader/priorfetch"));
        });
    }

    /** A decision that the engine does not take. */
    public static ScriptedEngine refusing() {
        return twoDoubts().on(Decide.class, _ -> {
            throw new CommandFailedException(Message.of("store.full", "/home/reader/priorfetch"));
        });
    }

    public static ScriptedEngine nothing() {
        return engine(new Reviews(List.of(), List.of()));
    }

    private static ScriptedEngine engine(Reviews reviews) {
        int count = reviews.doubtful().size() + reviews.troubled().size();
        return new ScriptedEngine(waiting(count)).on(ReadReviews.class, _ -> reviews)
                .on(ReadDecisions.class, _ -> List.of(decision(1, Verdict.SAME), decision(2, Verdict.DIFFERENT)))
                .on(Decide.class, decide -> new DecisionAnswer(decide.until() == null ? 42L : null))
                .on(Settle.class, _ -> true)
                .on(ReadDelivered.class,
                        _ -> IntStream.rangeClosed(1, 40).mapToObj(image -> "2.25.778899.1." + image).toList())
                .on(Withdraw.class, withdraw -> new Withdrawal(withdraw.decisionId() == 1
                        ? List.of(new PlacedStudy(new StudyRef("2.25.7", "regional"), "CT Thorax", 240))
                        : List.of()));
    }

    /** A day in which so many things wait for a person. */
    public static EngineSnapshot waiting(int needsReview) {
        EngineSnapshot day = SampleDays.typical();
        return new EngineSnapshot(day.sequence(), day.at(), day.paused(), day.settled(), day.appointments(),
                day.transfers(), day.sources(), day.worklists(), day.pacs(), day.pausedUntil(), day.alerts(),
                needsReview, day.configured());
    }

    public static DoubtfulPatient doubt(String id, String name, int minutes) {
        Patient local = new Patient(new PatientKey("48213", "HOSP"), name, LocalDate.of(1958, 3, 7), Sex.M);
        Patient found = new Patient(new PatientKey("48213", null), name.replace("^Karl", "^Carl"),
                LocalDate.of(1958, 7, 3), Sex.UNKNOWN);
        return new DoubtfulPatient(id, "regional", local, found,
                List.of(field(PatientField.NAME, FieldAgreement.DIFFERS, Resemblance.ONE_LETTER_DIFFERS),
                        field(PatientField.BIRTH_DATE, FieldAgreement.DIFFERS, Resemblance.DAY_AND_MONTH_EXCHANGED),
                        field(PatientField.SEX, FieldAgreement.MISSING_THERE, null),
                        field(PatientField.PATIENT_ID, FieldAgreement.AGREES, null),
                        field(PatientField.ISSUER, FieldAgreement.MISSING_THERE, null)),
                Reason.of("identity.sameId").and("identity.otherBirthDate"),
                List.of(study("2.25.1", "CT Thorax"), study("2.25.2", "CT Abdomen mit Kontrastmittel")),
                List.of(appointment(minutes)), null);
    }

    private static DoubtfulPatient japanese() {
        Patient local = new Patient(new PatientKey("77120", "HOSP"),
                "Yamada^Tarou=\u5c71\u7530^\u592a\u90ce=\u3084\u307e\u3060^\u305f\u308d\u3046",
                LocalDate.of(1966, 4, 2), Sex.M);
        Patient found = new Patient(new PatientKey("77120", "HOSP"), "Yamada^T=\u5c71\u7530^\u6b21\u90ce",
                LocalDate.of(1969, 4, 2), Sex.M);
        return new DoubtfulPatient("patient-2", "university", local, found,
                List.of(field(PatientField.NAME, FieldAgreement.UNCERTAIN, null),
                        field(PatientField.IDEOGRAPHIC_NAME, FieldAgreement.DIFFERS, Resemblance.ONE_LETTER_DIFFERS),
                        field(PatientField.PHONETIC_NAME, FieldAgreement.MISSING_THERE, null),
                        field(PatientField.BIRTH_DATE, FieldAgreement.DIFFERS, Resemblance.ONE_DIGIT_DIFFERS),
                        field(PatientField.SEX, FieldAgreement.AGREES, null),
                        field(PatientField.PATIENT_ID, FieldAgreement.AGREES, null),
                        field(PatientField.ISSUER, FieldAgreement.AGREES, null)),
                Reason.of("identity.sameId").and("identity.otherName"), List.of(study("2.25.3", "MR Sch\u00e4del")),
                List.of(appointment(40)), null);
    }

    private static FieldComparison field(PatientField field, FieldAgreement agreement, Resemblance resemblance) {
        return new FieldComparison(field, agreement, resemblance);
    }

    private static TroubledStudy failed() {
        return trouble("transfer-5", Trouble.FAILED, NextStep.RETRY, NextStep.OTHER_SOURCE, NextStep.GIVE_UP,
                NextStep.LATER);
    }

    private static TroubledStudy trouble(String id, Trouble trouble, NextStep... steps) {
        Patient local = new Patient(new PatientKey("90210", "HOSP"), "Berg^Anna", LocalDate.of(1971, 11, 30), Sex.F);
        int delivered = trouble == Trouble.FAILED ? 0 : 120;
        SetAside aside = trouble == Trouble.PACS_CONFLICT
                ? new SetAside(id, NOW.plus(Duration.ofHours(1)), "a.weber", NOW.minusSeconds(900),
                        "The source is being asked")
                : null;
        Reason reason = trouble == Trouble.INSTANCES_DISAGREE
                ? Reason.of("identity.sameId").and("identity.otherName").and("transfer.instancesDisagree")
                : Reason.of("transfer.notSent", "120");
        return new TroubledStudy(id, trouble, 5L, "regional", local, study("2.25.5", "CT Abdomen"), reason, 240,
                delivered, List.of(steps), NOW.minusSeconds(600), List.of(appointment(55)), aside);
    }

    private static ConcernedStudy study(String uid, String title) {
        return new ConcernedStudy(uid, LocalDate.of(2024, 2, 11), title, new TreeSet<>(List.of("CT")), "R-20931", 240);
    }

    private static ConcernedAppointment appointment(int minutes) {
        return new ConcernedAppointment("A" + minutes, NOW.plus(Duration.ofMinutes(minutes)), "CT Thorax mit KM");
    }

    private static MadeDecision decision(long id, Verdict verdict) {
        DoubtfulPatient doubt = doubt("patient-9", id == 1 ? "M\u00fcller^Karl" : "Okafor^Ada", 10);
        return new MadeDecision(
                new PatientDecision(id, doubt.local(), doubt.source(), doubt.found(), verdict, "a.weber",
                        NOW.minusSeconds(3600), "Typing error at the source", Set.of()),
                doubt.fields());
    }
}
