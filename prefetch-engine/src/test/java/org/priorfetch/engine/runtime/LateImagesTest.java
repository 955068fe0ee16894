package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.runtime.LateImages.Change;
import org.priorfetch.engine.store.DatabaseStore;
import org.priorfetch.engine.transfer.BackOff;

class LateImagesTest {

    private static final String STUDY = "2.25.1";
    private static final String IMAGE = "1.2.840.10008.5.1.4.1.1.2";

    @TempDir
    Path home;
    private final TurnedClock clock = new TurnedClock();
    private final Listing source = new Listing("regional");
    private final Listing pacs = new Listing(StudyRef.PACS);
    private final PeerRests rests = new PeerRests(new BackOff(new Random(1)), clock);
    private Repositories store;
    private LateImages late;
    private UnaryOperator<List<InstanceRef>> chosen = UnaryOperator.identity();

    /** Lists what it is given, and counts how often it is asked. */
    private static final class Listing implements StudyFinder {

        private final String name;
        private final Set<InstanceRef> holds = new LinkedHashSet<>();
        private int asked;
        private boolean silent;

        Listing(String name) {
            this.name = name;
        }

        void holds(int series, int number, String sopClass) {
            holds.add(instance(series, number, sopClass));
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public List<PriorCandidate> findStudies(StudyQuery query) {
            return List.of();
        }

        @Override
        public List<InstanceRef> findInstances(String studyInstanceUid) throws PeerException {
            asked++;
            if (silent) {
                throw new PeerException(name, PeerException.Kind.SILENT, Message.of("dicom.silent", name));
            }
            return List.copyOf(holds);
        }
    }

    private static InstanceRef instance(int series, int number, String sopClass) {
        return new InstanceRef(STUDY + "." + series + "." + number, sopClass, STUDY + "." + series);
    }

    @BeforeEach
    void open() {
        store = DatabaseStore.open(home, clock::now);
        late = new LateImages(name -> name.equals("regional") ? source : null, (_, listed) -> chosen.apply(listed),
                pacs, store.jobs(), rests, clock);
        for (int number = 1; number <= 3; number++) {
            source.holds(1, number, IMAGE);
            pacs.holds(1, number, IMAGE);
        }
    }

    @AfterEach
    void close() {
        store.close();
    }

    private TransferJob complete() {
        TransferJob job = store.jobs()
                .add(RuntimeExamples.job(TransferJob.UNSAVED, STUDY, TransferState.COMPLETE)
                        .with(TransferState.COMPLETE, null, clock.now()));
        for (int number = 1; number <= 3; number++) {
            store.jobs().markDelivered(job.id(), instance(1, number, IMAGE), 10);
        }
        return job;
    }

    @Test
    void aSourceThatListsTheSameHasNotChanged() {
        TransferJob job = complete();
        clock.turnOn(Duration.ofMinutes(31));
        assertThat(late.of(job)).isEqualTo(Change.NONE);
        assertThat(source.asked).isOne();
    }

    @Test
    void isAskedPolitelyAndNotForEver() {
        TransferJob job = complete();
        List<Duration> asked = new ArrayList<>();
        Duration passed = Duration.ZERO;
        for (int minute = 0; minute < 6 * 24 * 60; minute++) {
            int before = source.asked;
            late.of(job);
            if (source.asked > before) {
                asked.add(passed);
            }
            clock.turnOn(Duration.ofMinutes(1));
            passed = passed.plusMinutes(1);
        }
        assertThat(asked).extracting(Duration::toMinutes)
                .hasSize(6)
                .startsWith(30L)
                .isSorted();
        assertThat(asked.get(1).minus(asked.get(0))).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(61));
        assertThat(asked.get(2).minus(asked.get(1))).isBetween(Duration.ofMinutes(120), Duration.ofMinutes(121));
    }

    @Test
    void whatCameLateIsIncompleteUntilALaterTransferHasBroughtIt() {
        TransferJob job = complete();
        source.holds(2, 1, IMAGE);
        source.holds(3, 1, "1.2.840.10008.5.1.4.1.1.88.59");
        source.holds(4, 1, "1.2.840.10008.5.1.4.1.1.11.1");
        clock.turnOn(Duration.ofMinutes(31));

        Change seen = late.of(job);

        assertThat(seen.incomplete()).isTrue();
        assertThat(seen.notes()).containsExactly(Message.of("runtime.lateImages", 3),
                Message.of("runtime.late.KEY_OBJECTS"), Message.of("runtime.late.PRESENTATION_STATES"));
        assertThat(late.of(job)).isEqualTo(seen);
        Change afterwards = late.of(complete());
        assertThat(afterwards.incomplete()).isFalse();
        assertThat(afterwards.notes()).isEqualTo(seen.notes());
        assertThat(source.asked).isOne();
    }

    @Test
    void whatIsNotToComeAlongIsNotMissing() {
        TransferJob job = complete();
        chosen = listed -> listed.stream().filter(instance -> instance.sopClassUid().equals(IMAGE)).toList();
        source.holds(3, 1, "1.2.840.10008.5.1.4.1.1.88.59");
        clock.turnOn(Duration.ofMinutes(31));

        assertThat(late.of(job)).isEqualTo(Change.NONE);
    }

    @Test
    void whatWentAwayIsSaidButNothingIsFetched() {
        TransferJob job = complete();
        source.holds.remove(instance(1, 2, IMAGE));
        clock.turnOn(Duration.ofMinutes(31));
        assertThat(late.of(job)).isEqualTo(new Change(false, List.of(Message.of("runtime.imagesWithdrawn", 1))));

        source.holds.clear();
        clock.turnOn(Duration.ofMinutes(61));
        assertThat(late.of(job)).isEqualTo(new Change(false, List.of(Message.of("runtime.studyWithdrawn"))));
    }

    /** Somebody has deleted it in the PACS: it was ours, and is not to come again by itself. */
    @Test
    void whatWasBroughtInOnceIsNotLate() {
        TransferJob job = complete();
        pacs.holds.clear();
        clock.turnOn(Duration.ofMinutes(31));
        assertThat(late.of(job)).isEqualTo(Change.NONE);
    }

    @Test
    void whoDoesNotAnswerOrRestsHasNotChanged() {
        TransferJob job = complete();
        source.holds(2, 1, IMAGE);
        source.silent = true;
        clock.turnOn(Duration.ofMinutes(31));
        assertThat(late.of(job)).isEqualTo(Change.NONE);

        source.silent = false;
        rests.failed("regional", Reason.of("dicom.silent", "regional"));
        clock.turnOn(Duration.ofMillis(1));
        int asked = source.asked;
        assertThat(late.of(job)).isEqualTo(Change.NONE);
        assertThat(source.asked).isEqualTo(asked);
    }

    @Test
    void aDiscIsNotAskedAgain() {
        TransferJob job = complete();
        PriorCandidate onDisc = new PriorCandidate(new StudyRef(STUDY, StudyRef.MEDIA), RuntimeExamples.PATIENT, "",
                null,
                null, "", new TreeSet<>(), Set.of(), 3);
        TransferJob ofDisc = new TransferJob(job.id(), "A1", RuntimeExamples.PATIENT, onDisc, job.urgency(), job.due(),
                TransferState.COMPLETE, 1, Instant.EPOCH, 3, 3, 30, null, job.updated());
        clock.turnOn(Duration.ofMinutes(31));
        assertThat(late.of(ofDisc)).isEqualTo(Change.NONE);
    }

    @Test
    void anAppointmentKeepsItsReasonAndHearsANoteOnce() {
        Change change = new Change(false, List.of(Message.of("runtime.imagesWithdrawn", 1)));
        Reason once = change.addedTo(RuntimeExamples.RELEVANT);
        assertThat(once.phrases()).hasSize(2);
        assertThat(change.addedTo(once)).isEqualTo(once);
        assertThat(Change.NONE.addedTo(once)).isEqualTo(once);
    }
}
