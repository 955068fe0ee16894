package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.api.RuleTrial;
import org.priorfetch.engine.api.RuleTrial.Difference;
import org.priorfetch.engine.model.PastAppointment;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.PriorFeedback;
import org.priorfetch.engine.model.PriorFeedback.Kind;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.prior.RelevanceRanker;
import org.priorfetch.engine.prior.Wishes;

class TryOutTest {

    private static final Patient NOBODY = new Patient(new PatientKey("", null), "", null, Sex.UNKNOWN);
    private static final RelevanceRanker RANKER = new RelevanceRanker();
    private static final WorklistItem CHEST = new WorklistItem("A1", null, NOBODY, new TreeSet<>(Set.of("CT")),
            "CT Thorax", "", Instant.parse("2026-11-20T09:00:00Z"), Urgency.ROUTINE, "ris", "", "", "");
    private static final RelevanceRules PRESENT = new RelevanceRules(2, Period.ofYears(10));

    @Test
    void tellsWhatWouldBeTakenMoreAndWhatItWeighs() {
        RuleTrial trial = compare(new RelevanceRules(3, Period.ofYears(10)));

        assertThat(trial.appointments()).isEqualTo(1);
        assertThat(trial.present()).isEqualTo(new RuleTrial.Volume(2, 200, 200_000));
        assertThat(trial.tried()).isEqualTo(new RuleTrial.Volume(3, 300, 300_000));
        assertThat(trial.differences()).extracting(Difference::studyUid, Difference::taken)
                .containsExactly(tuple("1.3", true));
    }

    @Test
    void tellsWhatWouldBeLeftOutAndWhy() {
        RelevanceRules younger = new RelevanceRules(2, Period.ofYears(10),
                List.of(new RelevanceRule("Chest", List.of("CT"), List.of(), List.of("MR"), null, null)));

        RuleTrial trial = compare(younger);

        assertThat(trial.tried().studies()).isZero();
        assertThat(trial.different()).isEqualTo(2);
        assertThat(trial.differences()).allSatisfy(difference -> {
            assertThat(difference.taken()).isFalse();
            assertThat(difference.reason().text(Locale.ENGLISH)).contains("the rule Chest");
        });
    }

    @Test
    void theSameRulesDifferInNothing() {
        assertThat(compare(PRESENT).different()).isZero();
    }

    @Test
    void aStudyWhoseImagesNobodyCountedIsEstimated() {
        StudyWeights weights = new StudyWeights(Map.of());

        assertThat(weights.images(study("1.9", 2020, PriorCandidate.UNKNOWN_COUNT))).isEqualTo(400);
        assertThat(weights.bytes(study("1.9", 2020, 10))).isEqualTo(5_300_000);
    }

    @Test
    void countsWhatPeopleHadAUseForAndWhatTheySkipped() {
        RuleTrial trial = compare(new RelevanceRules(3, Period.ofYears(10)), did(Kind.OPENED, study("1.1", 2025, 100)),
                did(Kind.FETCHED, study("1.3", 2023, 100)), did(Kind.FETCHED, study("1.3", 2023, 100)),
                did(Kind.SKIPPED, study("1.2", 2024, 100)));

        assertThat(trial.recall()).isEqualTo(new RuleTrial.Recall(2, 1, 2, 1, 1, 1));
    }

    @Test
    void aStudyThatWasFetchedThoughNoSearchHadFoundItIsJudgedWithTheOthers() {
        RuleTrial trial = compare(new RelevanceRules(4, Period.ofYears(10)), did(Kind.FETCHED, study("1.9", 2022, 50)));

        assertThat(trial.recall()).isEqualTo(new RuleTrial.Recall(1, 0, 1, 0, 0, 0));
        assertThat(trial.tried().studies()).isEqualTo(4);
    }

    @Test
    void whatWasDoneForAppointmentsOfOtherDaysDoesNotCount() {
        PriorFeedback before = new PriorFeedback(CHEST.scheduledStart(), "mk", Kind.OPENED, "A0",
                CHEST.scheduledStart(),
                "", RANKER.examined(CHEST), study("1.1", 2025, 100), RANKER.examined(study("1.1", 2025, 100)), true,
                Reason.of("prior.sameRegion"));

        assertThat(compare(PRESENT, before).recall()).isEqualTo(RuleTrial.Recall.NONE);
    }

    private static PriorFeedback did(Kind kind, PriorCandidate study) {
        return new PriorFeedback(CHEST.scheduledStart(), "mk", kind, "A1", CHEST.scheduledStart(),
                CHEST.requestedProcedureDescription(), RANKER.examined(CHEST), study, RANKER.examined(study), true,
                Reason.of("prior.sameRegion"));
    }

    private static RuleTrial compare(RelevanceRules tried, PriorFeedback... feedback) {
        PastAppointment past = new PastAppointment(CHEST,
                List.of(study("1.1", 2025, 100), study("1.2", 2024, 100), study("1.3", 2023, 100)));
        return new TryOut(RANKER::rank, new StudyWeights(Map.of("CT", 1000L)), ZoneOffset.UTC)
                .compare(Wishes.of(List.of(past), List.of(feedback)), PRESENT, tried);
    }

    private static PriorCandidate study(String uid, int year, int images) {
        return new PriorCandidate(new StudyRef(uid, "regional"), NOBODY, "", LocalDate.of(year, 3, 1), null,
                "CT Thorax", new TreeSet<>(Set.of("CT")), Set.of(), images);
    }
}
