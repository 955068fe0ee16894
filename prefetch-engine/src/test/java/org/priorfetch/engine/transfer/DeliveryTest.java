package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyStore;

/** What a source is told, and what is known of an instance, while the PACS is still storing it. */
@Timeout(20)
class DeliveryTest {

    private static final String STUDY = "2.25.1";
    private static final InstanceRef IMAGE = new InstanceRef("1.1", "", "1");
    private static final StudyStore.Delivery STORED = new StudyStore.Delivery.Stored(3);

    private final CompletableFuture<StudyStore.Delivery> answer = new CompletableFuture<>();
    private final InMemoryJobs jobs = new InMemoryJobs();
    private final JobProgress progress = new JobProgress(() -> {});
    private final Delivery delivery = new Delivery(jobs.add(TestJobs.of(STUDY)), new Storing(),
            new SamePatient(TestJobs.DUE), jobs, progress, Map.of(IMAGE.sopInstanceUid(), IMAGE), Set.of());

    private static final class Image implements InstanceInFlight {

        @Override
        public InstanceHeader header() {
            return new InstanceHeader(IMAGE, STUDY, TestJobs.PATIENT, "A-1");
        }

        @Override
        public String transferSyntaxUid() {
            return "1.2.840.10008.1.2.1";
        }

        @Override
        public long writeTo(OutputStream out, AttributeChanges changes) throws IOException {
            out.write(new byte[3]);
            return 3;
        }
    }

    /** Takes the bytes at once, and answers when it is told to. */
    private final class Storing implements StudyStore {

        @Override
        public Sent send(InstanceInFlight instance, AttributeChanges changes, SpentTime spent)
                throws BrokenInstanceException {
            try {
                instance.writeTo(OutputStream.nullOutputStream(), changes);
            } catch (IOException broken) {
                throw new BrokenInstanceException(broken);
            }
            return () -> answer.orTimeout(10, TimeUnit.SECONDS).join();
        }
    }

    @Test
    void theSourceMayGoOnOnceTheLastByteHasPassed() {
        assertThat(delivery.deliver(new Image())).isEqualTo(Answer.TAKEN);
        assertThat(delivery.settled()).as("what the PACS has not stored yet").isEmpty();
        answer.complete(STORED);
        delivery.awaitAnswers();
        assertThat(delivery.settled()).containsExactly(IMAGE.sopInstanceUid());
        assertThat(jobs.delivered(1)).containsExactly(IMAGE.sopInstanceUid());
    }

    @Test
    void nothingIsOverBeforeThePacsHasAnswered() throws InterruptedException {
        delivery.deliver(new Image());
        Thread waiting = Thread.ofVirtual().start(delivery::awaitAnswers);
        assertThat(waiting.join(Duration.ofMillis(50))).isFalse();
        answer.complete(STORED);
        assertThat(waiting.join(Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void whatThePacsRefusesForNowStopsTheNextAndComesAgain() {
        delivery.deliver(new Image());
        answer.complete(new StudyStore.Delivery.Refused(Reason.of("dicom.notStored", "pacs", "A700"), false));
        delivery.awaitAnswers();
        assertThat(delivery.isStopped()).isTrue();
        assertThat(delivery.notNow()).containsExactly(IMAGE.sopInstanceUid());
        assertThat(delivery.settled()).isEmpty();
        assertThat(progress.bytesTwice()).isEqualTo(3);
    }

    @Test
    void whatThePacsNeverTakesIsSettled() {
        delivery.deliver(new Image());
        answer.complete(new StudyStore.Delivery.Refused(Reason.of("dicom.notStored", "pacs", "C000"), true));
        delivery.awaitAnswers();
        assertThat(delivery.refused()).containsKey(IMAGE.sopInstanceUid());
        assertThat(delivery.isStopped()).isFalse();
    }

    @Test
    void whatIsUnderWayWouldHaveToComeAgainIfTheProgramWereKilled() {
        AtomicLong tally = new AtomicLong();
        progress.countIn(tally::addAndGet);
        delivery.deliver(new Image());
        assertThat(tally).hasValue(3);
        answer.complete(STORED);
        delivery.awaitAnswers();
        assertThat(tally).as("what the PACS holds").hasValue(0);
    }

    @Test
    void soWouldWhatThePacsRefusesForNow() {
        AtomicLong tally = new AtomicLong();
        progress.countIn(tally::addAndGet);
        delivery.deliver(new Image());
        answer.complete(new StudyStore.Delivery.Refused(Reason.of("dicom.notStored", "pacs", "A700"), false));
        delivery.awaitAnswers();
        assertThat(tally).hasValue(3);
    }

    @Test
    void aDefectIsNotLost() {
        delivery.deliver(new Image());
        answer.completeExceptionally(new IllegalStateException("a defect"));
        assertThatThrownBy(delivery::awaitAnswers).hasRootCauseMessage("a defect");
    }
}
