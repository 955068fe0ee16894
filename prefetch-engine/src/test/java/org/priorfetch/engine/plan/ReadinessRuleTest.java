package org.priorfetch.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.testing.StudyExample.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.HandChoice;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;

class ReadinessRuleTest {

    @ParameterizedTest(name = "{0}, {1} -> {2}")
    @CsvSource(delimiter = '|', textBlock = """
            ''                     | NOT_ASKED  | FETCHING
            PRESENT                | NOT_ASKED  | FETCHING
            HOLD                   | NOT_ASKED  | FETCHING
            FETCH                  | COMPLETE   | FETCHING
            FETCH HOLD FAILED      | INCOMPLETE | FETCHING
            HOLD                   | COMPLETE   | HELD
            HOLD PRESENT FAILED    | INCOMPLETE | HELD
            ''                     | INCOMPLETE | UNREACHABLE
            SKIP                   | INCOMPLETE | UNREACHABLE
            PRESENT                | INCOMPLETE | UNREACHABLE
            FAILED                 | INCOMPLETE | UNREACHABLE
            FAILED                 | COMPLETE   | FAILED
            FAILED SKIP            | COMPLETE   | FAILED
            FAILED FAILED          | COMPLETE   | FAILED
            FAILED PRESENT         | COMPLETE   | PARTIAL
            FAILED PARTIAL         | COMPLETE   | PARTIAL
            PARTIAL                | COMPLETE   | PARTIAL
            PARTIAL PRESENT SKIP   | COMPLETE   | PARTIAL
            PRESENT                | COMPLETE   | READY
            PRESENT PRESENT SKIP   | COMPLETE   | READY
            SKIP                   | COMPLETE   | NONE_EXIST
            ''                     | COMPLETE   | NONE_EXIST
            """)
    void givesTheFirstThatApplies(String states, Answers answers, ReadinessVerdict verdict) {
        List<PriorState> listed = Arrays.stream(states.split(" ", -1))
                .filter(state -> !state.isEmpty())
                .map(PriorState::valueOf)
                .toList();

        assertThat(ReadinessRule.verdict(priors(listed), answers)).isEqualTo(verdict);
    }

    @ParameterizedTest
    @EnumSource(value = Answers.class, names = "COMPLETE", mode = EnumSource.Mode.EXCLUDE)
    void safetyRule9NeverTakesSilenceForNone(Answers answers) {
        assertThat(ReadinessRule.verdict(List.of(), answers).isSettledWell()).isFalse();
        assertThat(ReadinessRule.verdict(priors(List.of(PriorState.PRESENT)), answers).isSettledWell()).isFalse();
    }

    @RepeatedTest(100)
    void safetyRule9SettlesOnlyOnCompleteAnswers(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        List<PriorState> all = new ArrayList<>(List.of(PriorState.values()));
        all.addAll(List.of(PriorState.PRESENT, PriorState.PRESENT, PriorState.SKIP, PriorState.SKIP));
        Collections.shuffle(all, random);
        List<PriorState> states = all.subList(0, random.nextInt(4));
        Answers answers = random.nextInt(3) > 0 ? Answers.COMPLETE : Answers.INCOMPLETE;

        ReadinessVerdict verdict = ReadinessRule.verdict(priors(states), answers);
        Collections.shuffle(states, random);

        assertThat(ReadinessRule.verdict(priors(states), answers)).isEqualTo(verdict);
        boolean settled = answers == Answers.COMPLETE
                && states.stream().allMatch(state -> state == PriorState.PRESENT || state == PriorState.SKIP);
        assertThat(verdict.isSettledWell()).isEqualTo(settled);
    }

    private static AppointmentPrior prior(PriorState state, Reason reason) {
        return new AppointmentPrior("ACC", study("1").found(), state, 1, 0, 1, reason);
    }

    @ParameterizedTest(name = "given up beside {0} -> {1}")
    @CsvSource({"SKIP,PARTIAL", "PRESENT,PARTIAL", "PARTIAL,PARTIAL", "FAILED,FAILED", "HOLD,HELD", "FETCH,FETCHING"})
    void whatAPersonGaveUpIsStillMissing(PriorState other, ReadinessVerdict verdict) {
        AppointmentPrior givenUp = prior(PriorState.SKIP, Reason.of(Reason.GIVEN_UP, "mk", "2026-03-02"));

        assertThat(ReadinessRule.verdict(List.of(givenUp), Answers.COMPLETE)).isEqualTo(ReadinessVerdict.PARTIAL);
        assertThat(ReadinessRule.verdict(List.of(givenUp, prior(other, Reason.of("prior.sameRegion"))),
                Answers.COMPLETE)).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "not to be had beside {0} -> {1}")
    @CsvSource({"SKIP,PARTIAL", "PRESENT,PARTIAL", "FAILED,FAILED", "HOLD,HELD"})
    void whatAnArchiveCannotHandOutIsStillMissing(PriorState other, ReadinessVerdict verdict) {
        AppointmentPrior unavailable = prior(PriorState.SKIP, Reason.of(Reason.UNAVAILABLE));

        assertThat(ReadinessRule.verdict(List.of(unavailable), Answers.COMPLETE)).isEqualTo(ReadinessVerdict.PARTIAL);
        assertThat(ReadinessRule.verdict(List.of(unavailable, prior(other, Reason.of("prior.sameRegion"))),
                Answers.COMPLETE)).isEqualTo(verdict);
    }

    @ParameterizedTest(name = "not wanted ({0}): ready")
    @CsvSource({"''", "'seen on paper'"})
    void whatAPersonDoesNotWantExistsAndIsNotMissing(String because) {
        Reason byHand = ByHand.skipped(new HandChoice("ACC", "2.25.1", false, because), Reason.of("prior.sameRegion"));
        AppointmentPrior notWanted = prior(PriorState.SKIP, byHand);
        AppointmentPrior irrelevant = prior(PriorState.SKIP, Reason.of("prior.sameRegion"));

        assertThat(ReadinessRule.verdict(List.of(notWanted, irrelevant), Answers.COMPLETE))
                .isEqualTo(ReadinessVerdict.READY);
        assertThat(ReadinessRule.verdict(List.of(notWanted), Answers.INCOMPLETE))
                .isEqualTo(ReadinessVerdict.UNREACHABLE);
        assertThat(ReadinessRule.verdict(List.of(notWanted, prior(PriorState.FAILED, byHand)), Answers.COMPLETE))
                .isEqualTo(ReadinessVerdict.FAILED);
    }

    private static List<AppointmentPrior> priors(List<PriorState> states) {
        return states.stream()
                .map(state -> new AppointmentPrior("ACC", study("1").found(), state, 1, 1, 1,
                        Reason.of("prior.sameRegion")))
                .toList();
    }
}
