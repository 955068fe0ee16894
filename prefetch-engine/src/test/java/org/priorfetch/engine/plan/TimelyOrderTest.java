package org.priorfetch.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.testing.StudyExample.study;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.Availability;
import org.priorfetch.engine.model.SlowStore;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.plan.TimelyOrder.Need;

class TimelyOrderTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final List<Need> needs = new ArrayList<>();

    @Test
    void whereAllCanBeInTimeTheFirstDueComesFirst() {
        job(1, Urgency.ROUTINE, 60, 10);
        job(2, Urgency.ROUTINE, 70, 40);
        job(3, Urgency.ROUTINE, 50, 1);

        assertThat(ordered()).containsExactly(3L, 1L, 2L);
    }

    @Test
    void whatIsEquallyPressingKeepsTheOrderOfItsRank() {
        job(3, Urgency.ROUTINE, 60, 10);
        job(1, Urgency.ROUTINE, 60, 10);
        job(2, Urgency.ROUTINE, 60, 10);

        assertThat(ordered()).containsExactly(1L, 2L, 3L);
    }

    @Test
    void whatCannotBeInTimeLetsPastJustThoseThatWouldBeLateToo() {
        job(1, Urgency.ROUTINE, 5, 20);
        job(2, Urgency.ROUTINE, 25, 10);
        job(3, Urgency.ROUTINE, 60, 10);

        assertThat(ordered()).as("the second would be late after the first, the third would not")
                .containsExactly(2L, 1L, 3L);
    }

    @Test
    void ofThoseThatAreLateTheFirstDueComesFirst() {
        job(1, Urgency.ROUTINE, -5, 1);
        job(2, Urgency.ROUTINE, -10, 20);

        assertThat(ordered()).containsExactly(2L, 1L);
    }

    @Test
    void whereNotAllCanBeInTimeTheLongestStepsBack() {
        job(1, Urgency.ROUTINE, 30, 29);
        job(2, Urgency.ROUTINE, 31, 5);
        job(3, Urgency.ROUTINE, 32, 5);

        assertThat(ordered()).containsExactly(2L, 3L, 1L);
    }

    @Test
    void whatComesFromAnotherSourceIsNobodysDelay() {
        job(1, Urgency.ROUTINE, -5, 600);
        needs.add(need(2, "other", Urgency.ROUTINE, 10, 10));

        assertThat(ordered()).containsExactly(1L, 2L);
    }

    @Test
    void theStudiesOfAnAppointmentStayTogether() {
        needs.add(new Need(job(1, "regional", Urgency.ROUTINE, 5), "A", 600));
        needs.add(new Need(job(2, "regional", Urgency.ROUTINE, 5), "A", 600));
        job(3, Urgency.ROUTINE, 20, 10);

        assertThat(ordered()).containsExactly(3L, 1L, 2L);
    }

    @Test
    void statIsNeverPutBackAndWhatIsWantedByHandComesBeforeWhatIsLate() {
        job(1, Urgency.ROUTINE, -30, 1);
        job(2, Urgency.ROUTINE, 50, 10);
        job(3, Urgency.HIGH, 0, 30);
        job(4, Urgency.STAT, 600, 1);

        assertThat(ordered()).containsExactly(4L, 3L, 1L, 2L);
    }

    @Test
    void whatHasOnlyJustComeStandsWhereItIsDue() {
        job(1, Urgency.ROUTINE, 60, 10);
        job(2, Urgency.ROUTINE, 70, 10);
        List<TransferJob> all = new ArrayList<>(needs.stream().map(Need::job).toList());
        all.add(job(3, "regional", Urgency.ROUTINE, 65));

        all.sort(TimelyOrder.of(needs, NOW, Map.of()));

        assertThat(all).extracting(TransferJob::id).containsExactly(1L, 3L, 2L);
    }

    /** Of a queue in which all could be in time, nobody is late for ones that are late anyway. */
    @RepeatedTest(50)
    void nobodyIsLateForOneThatIsLateAnyway(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        long end = 0;
        for (long id = 1; id <= 20; id++) {
            int takes = 1 + random.nextInt(15);
            end += takes;
            job(id, Urgency.ROUTINE, end + random.nextInt(20), takes);
        }
        job(98, Urgency.ROUTINE, -3, 45);
        job(99, Urgency.ROUTINE, -10, 600);
        Collections.shuffle(needs, random);

        assertThat(late()).containsExactlyInAnyOrder(98L, 99L);
    }

    /** Against every order of small queues: no other brings more appointments in time. */
    @RepeatedTest(50)
    void asManyAsPossibleAreInTime(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (long id = 1; id <= 6; id++) {
            job(id, Urgency.ROUTINE, random.nextInt(40) - 5, 1 + random.nextInt(15));
        }

        assertThat(late().size()).isEqualTo(fewestLate(new ArrayList<>(needs), 0));
    }

    @RepeatedTest(20)
    void isAnOrderHoweverTheJobsLieBefore(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        for (long id = 1; id <= 60; id++) {
            job(id, List.of(Urgency.values()).get(random.nextInt(Urgency.values().length)), random.nextInt(80) - 30,
                    random.nextInt(40));
        }
        List<Long> first = ordered();
        Collections.shuffle(needs, random);

        assertThat(ordered()).isEqualTo(first);
    }

    private static int fewestLate(List<Need> rest, double begin) {
        int fewest = rest.size();
        for (Need next : rest) {
            List<Need> others = new ArrayList<>(rest);
            others.remove(next);
            double end = begin + next.seconds();
            int late = NOW.plusMillis((long) (end * 1000)).isAfter(next.job().due()) ? 1 : 0;
            fewest = Math.min(fewest, late + fewestLate(others, end));
        }
        return fewest;
    }

    private Set<Long> late() {
        Map<Long, Need> byId = new HashMap<>();
        needs.forEach(need -> byId.put(need.job().id(), need));
        double end = 0;
        Set<Long> late = new HashSet<>();
        for (long id : ordered()) {
            Need need = java.util.Objects.requireNonNull(byId.get(id));
            end += need.seconds();
            if (NOW.plusMillis((long) (end * 1000)).isAfter(need.job().due())) {
                late.add(id);
            }
        }
        return late;
    }

    /** It waits beside the others, so nobody is late for it. */
    @Test
    void whatLiesOnASlowStoreGoesAheadOfWhatIsDueSooner() {
        TransferJob atHand = job(1, "regional", Urgency.ROUTINE, 30);
        TransferJob later = job(2, "regional", Urgency.ROUTINE, 100);
        TransferJob slow = new TransferJob(3, "ACC3", null, later.candidate().available(Availability.NEARLINE),
                later.urgency(), later.due(), later.state(), 0, Instant.EPOCH, -1, 0, 0, null, Instant.EPOCH);
        List<Need> open = List.of(new Need(atHand, "ACC1", 60), new Need(slow, "ACC3", 60),
                new Need(later, "ACC2", 60));
        Map<String, SourceBudget> hourAhead = Map.of("regional", new SourceBudget(4, null, null, null,
                new SlowStore(Duration.ofMinutes(30), Duration.ofMinutes(60))));

        assertThat(open.stream().map(Need::job).sorted(TimelyOrder.of(open, NOW, Map.of()))).extracting(TransferJob::id)
                .containsExactly(3L, 1L, 2L);
        assertThat(open.stream().map(Need::job).sorted(TimelyOrder.of(open, NOW, hourAhead)))
                .extracting(TransferJob::id)
                .containsExactly(1L, 3L, 2L);
    }

    private List<Long> ordered() {
        return needs.stream().map(Need::job).sorted(TimelyOrder.of(needs, NOW, Map.of())).map(TransferJob::id).toList();
    }

    private void job(long id, Urgency urgency, long dueInMinutes, long takesMinutes) {
        needs.add(need(id, "regional", urgency, dueInMinutes, takesMinutes));
    }

    private static Need need(long id, String source, Urgency urgency, long dueInMinutes, long takesMinutes) {
        return new Need(job(id, source, urgency, dueInMinutes), "ACC" + id, 60.0 * takesMinutes);
    }

    private static TransferJob job(long id, String source, Urgency urgency, long dueInMinutes) {
        var found = study("1").found();
        var candidate = new org.priorfetch.engine.model.PriorCandidate(
                new org.priorfetch.engine.model.StudyRef("1.2." + id, source), found.patient(), "", null, null, "",
                found.modalities(), Set.of(), 10);
        return new TransferJob(id, "ACC" + id, null, candidate, urgency, NOW.plus(Duration.ofMinutes(dueInMinutes)),
                TransferState.QUEUED, 0, Instant.EPOCH, -1, 0, 0, null, Instant.EPOCH);
    }
}
