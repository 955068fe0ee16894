package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.Availability;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.Cancellation;

/** How many jobs of a source may be under way beside each other. */
class JobRoomTest {

    private static final TransferJob AT_HAND = job("1", Availability.ONLINE);
    private static final TransferJob SLOW = job("2", Availability.NEARLINE);

    private static TransferJob job(String study, Availability availability) {
        TransferJob job = TestJobs.of(study);
        return job(job, job.candidate().available(availability));
    }

    private static TransferJob job(TransferJob job, PriorCandidate candidate) {
        return new TransferJob(job.id(), job.appointmentId(), job.patient(), candidate, job.urgency(), job.due(),
                job.state(), job.attempts(), job.notBefore(), job.expected(), job.delivered(), job.bytes(),
                job.reason(), job.updated());
    }

    private static TransferJob elsewhere(TransferJob job) {
        PriorCandidate here = job.candidate();
        return job(job, new PriorCandidate(new StudyRef(here.ref().studyInstanceUid(), "uni"), here.patient(), "", null,
                null, "", here.modalities(), here.bodyParts(), here.instances()).available(here.availability()));
    }

    private static RunningTransfer running(TransferJob job, int bytes, boolean verifying) {
        JobProgress progress = new JobProgress(() -> {});
        progress.bytesSent(bytes);
        progress.verifying(verifying);
        return new RunningTransfer(job, progress, TestJobs.DUE, new Cancellation(), Turn.of(job));
    }

    private static LongPredicate places(int places) {
        return moving -> moving < places;
    }

    @ParameterizedTest(name = "{0} of {1} places taken: {2}")
    @CsvSource({"0, 1, true", "1, 1, false", "1, 2, true", "2, 2, false"})
    void whatIsAtHandNeedsAPlaceAmongWhatMoves(int moving, int places, boolean room) {
        List<RunningTransfer> running = Stream.generate(() -> running(AT_HAND, 9, false)).limit(moving).toList();
        assertThat(JobRoom.isFor(AT_HAND, places(places), running)).isEqualTo(room);
    }

    @Test
    void whatOnlyWaitsForThePacsTakesNoPlace() {
        assertThat(JobRoom.isFor(AT_HAND, places(1), List.of(running(AT_HAND, 9, true)))).isTrue();
        assertThat(JobRoom.isFor(SLOW, places(1), List.of(running(SLOW, 0, true)))).isTrue();
    }

    @Test
    void whatHasAskedForAllItsImagesTakesNoPlace() {
        RunningTransfer ending = running(AT_HAND, 9, false);
        ending.progress().allAsked(true);
        assertThat(JobRoom.isFor(AT_HAND, places(1), List.of(ending))).isTrue();
        assertThat(JobRoom.isFor(AT_HAND, places(1), List.of(ending, running(AT_HAND, 9, false)))).isFalse();
    }

    @Test
    void whatComesFromAnotherSourceTakesNoPlace() {
        assertThat(JobRoom.isFor(AT_HAND, places(1), List.of(running(elsewhere(AT_HAND), 9, false)))).isTrue();
        assertThat(JobRoom.isFor(SLOW, places(2), List.of(running(elsewhere(SLOW), 0, false)))).isTrue();
    }

    @Test
    void whatWaitsForTheSlowStoreKeepsNobodyOut() {
        assertThat(JobRoom.isFor(AT_HAND, places(1), List.of(running(SLOW, 0, false)))).isTrue();
        assertThat(JobRoom.isFor(AT_HAND, places(1), List.of(running(SLOW, 1, false)))).as("it has begun to come")
                .isFalse();
    }

    @Test
    void thereIsNeverASecondOneThatWaitsForTheSlowStore() {
        assertThat(JobRoom.isFor(SLOW, places(9), List.of(running(SLOW, 0, false)))).isFalse();
        assertThat(JobRoom.isFor(SLOW, places(9), List.of(running(SLOW, 1, false)))).isTrue();
    }

    @ParameterizedTest(name = "{0} places: {1}")
    @CsvSource({"1, false", "2, true"})
    void itWaitsBesideOthersOnlyWhereTheSourceBearsMoreThanOne(int places, boolean room) {
        assertThat(JobRoom.isFor(SLOW, places(places), List.of(running(AT_HAND, 9, false)))).isEqualTo(room);
        assertThat(JobRoom.isFor(SLOW, places(1), List.of())).as("alone").isTrue();
    }

    @Test
    void whereAllPlacesAreTakenItStillMayWaitBesideThem() {
        List<RunningTransfer> both = List.of(running(AT_HAND, 9, false), running(AT_HAND, 9, false));
        assertThat(JobRoom.isFor(SLOW, places(2), both)).isTrue();
        assertThat(JobRoom.isFor(AT_HAND, places(2), both)).isFalse();
    }
}
