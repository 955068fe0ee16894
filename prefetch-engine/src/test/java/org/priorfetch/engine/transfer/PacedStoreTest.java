package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyStore;

/** A PACS that takes so many at a time, and what waits for it meanwhile. */
class PacedStoreTest {

    private final Semaphore mayAnswer = new Semaphore(0);
    private final AtomicInteger busy = new AtomicInteger();
    private final AtomicInteger peak = new AtomicInteger();
    private final AtomicInteger bears = new AtomicInteger(100);
    private final List<StudyStore.Delivery> taken = new CopyOnWriteArrayList<>();
    private final List<Exception> failures = new CopyOnWriteArrayList<>();
    private final List<Thread> threads = new ArrayList<>();
    private volatile StudyStore.Delivery answer = new StudyStore.Delivery.Stored(100);
    private final AdaptiveLanes lanes = new AdaptiveLanes(() -> 4);
    private final PacedStore store = new PacedStore(this::take, lanes, _ -> 0);

    private static final class Image implements InstanceInFlight {

        @Override
        public InstanceHeader header() {
            return new InstanceHeader(new InstanceRef("1.1", "", "1"), "2.25.1", TestJobs.PATIENT, "A-1");
        }

        @Override
        public String transferSyntaxUid() {
            return "1.2.840.10008.1.2.1";
        }

        @Override
        public long writeTo(OutputStream out, AttributeChanges changes) {
            return 0;
        }
    }

    private StudyStore.Sent take(InstanceInFlight instance, AttributeChanges changes, SpentTime spent)
            throws PeerException {
        int now = busy.incrementAndGet();
        try {
            if (now > bears.get()) {
                throw new PeerException("pacs", PeerException.Kind.REFUSED, Message.of("dicom.silent", "pacs"));
            }
            peak.accumulateAndGet(now, Math::max);
            mayAnswer.acquireUninterruptibly();
            return StudyStore.Sent.answered(answer);
        } finally {
            busy.decrementAndGet();
        }
    }

    @AfterEach
    void end() throws InterruptedException {
        mayAnswer.release(1000);
        for (Thread thread : threads) {
            thread.join(Duration.ofSeconds(10));
            assertThat(thread.isAlive()).isFalse();
        }
    }

    private void send(int images) {
        for (int image = 0; image < images; image++) {
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    taken.add(store.deliver(new Image(), AttributeChanges.NONE, new SpentTime()));
                } catch (PeerException | BrokenInstanceException failure) {
                    failures.add(failure);
                }
            }));
        }
    }

    @Test
    void neverMoreThanTheSiteAllows() {
        send(12);
        await().until(() -> busy.get() == 4);
        mayAnswer.release(100);
        await().atMost(Duration.ofSeconds(10)).until(() -> taken.size() == 12);
        assertThat(peak.get()).isEqualTo(4);
    }

    @Test
    void whatItRefusesBesideOthersWaitsForThem() {
        bears.set(2);
        send(6);
        await().until(() -> busy.get() == 2 && lanes.count() == 2);
        for (int image = 0; image < 6; image++) {
            mayAnswer.release();
        }
        await().atMost(Duration.ofSeconds(10)).until(() -> taken.size() == 6);
        assertThat(failures).isEmpty();
        assertThat(peak.get()).isEqualTo(2);
    }

    @Test
    void whatItRefusesAloneIsAFailure() {
        bears.set(0);
        send(1);
        await().atMost(Duration.ofSeconds(10)).until(() -> failures.size() == 1);
    }

    @Test
    void fewerWhenItIsOutOfResources() {
        answer = new StudyStore.Delivery.Refused(Reason.of("dicom.notStored", "pacs", "A700"), false);
        send(1);
        mayAnswer.release();
        await().atMost(Duration.ofSeconds(10)).until(() -> taken.size() == 1);
        answer = new StudyStore.Delivery.Stored(100);
        send(8);
        await().until(() -> busy.get() == 3);
        await().during(Duration.ofMillis(200)).until(() -> busy.get() == 3);
    }

    @Test
    void nothingIsSentWhileItWantsToRest() {
        Duration rest = Duration.ofMillis(400);
        answer = new StudyStore.Delivery.Refused(Reason.of("dicomweb.notStored", "pacs", "HTTP 503"), false, rest);
        send(1);
        mayAnswer.release();
        await().atMost(Duration.ofSeconds(10)).until(() -> taken.size() == 1);
        long rests = System.nanoTime();
        answer = new StudyStore.Delivery.Stored(100);
        mayAnswer.release(100);
        send(2);
        await().atMost(Duration.ofSeconds(10)).until(() -> taken.size() == 3);
        assertThat(Duration.ofNanos(System.nanoTime() - rests)).isGreaterThan(rest.dividedBy(2));
    }

    @Test
    void whatItWillNeverTakeSaysNothingAboutItsStrength() {
        answer = new StudyStore.Delivery.Refused(Reason.of("dicom.notStored", "pacs", "C000"), true);
        send(1);
        mayAnswer.release();
        await().atMost(Duration.ofSeconds(10)).until(() -> taken.size() == 1);
        send(8);
        await().atMost(Duration.ofSeconds(10)).until(() -> busy.get() == 4);
    }

    /** By STOW-RS a login is refused when the images have been read. */
    @Test
    void whatHasBeenReadIsNotSentAgain() {
        AtomicInteger tries = new AtomicInteger();
        PacedStore refusing = new PacedStore((instance, changes, _) -> {
            if (tries.getAndIncrement() == 0) {
                return () -> answer; // keeps its place until it is awaited
            }
            written(instance, changes);
            throw new PeerException("pacs", PeerException.Kind.REFUSED, Message.of("dicom.silent", "pacs"));
        }, lanes, _ -> 0);
        assertThatCode(() -> refusing.send(new Image(), AttributeChanges.NONE, new SpentTime()))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> refusing.send(new Image(), AttributeChanges.NONE, new SpentTime()))
                .isInstanceOf(PeerException.class);
        assertThat(tries).hasValue(2);
    }

    private static void written(InstanceInFlight instance, AttributeChanges changes) {
        try {
            long _ = instance.writeTo(OutputStream.nullOutputStream(), changes);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
