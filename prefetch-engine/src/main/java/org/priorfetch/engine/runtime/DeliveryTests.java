package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.dicom.TestStudy;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.DeliveredInstance;
import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerMeasures.Carried;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyStore;

/**
 * Sends one marked test study into the PACS when a person wants it, and keeps what the person then saw. No delivery of a prior
 * ever waits for it.
 */
final class DeliveryTests {

    private static final List<Duration> PATIENCE = List.of(Duration.ZERO, Duration.ofSeconds(1), Duration.ofSeconds(4));

    private static final int MOST_IMAGES = 12;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    /** A fifth of the time, and our limit is what counts. */
    private static final long LIMITED_FROM = 5;

    /** How a study is marked. */
    interface Labels {
        AttributeChanges of(InstanceHeader header);
    }

    private final SiteConnections connections;
    private final Repositories repositories;
    private final Labels labels;
    private final Clock clock;
    private final Supplier<String> person;
    private final AtomicReference<@Nullable DeliveryTest> latest;

    DeliveryTests(SiteConnections connections, Repositories repositories, Labels labels, Clock clock,
            Supplier<String> person) {
        this.connections = connections;
        this.repositories = repositories;
        this.labels = labels;
        this.clock = clock;
        this.person = person;
        this.latest = new AtomicReference<>(repositories.deliveryTests().latest().orElse(null));
    }

    /** The last one; null when there was none. */
    @Nullable
    DeliveryTest latest() {
        return latest.get();
    }

    DeliveryTest send() throws CommandFailedException {
        try {
            InstanceInFlight image = TestStudy.create(today(), connections.spoolFolder());
            long bytes = deliver(image, new SpentTime());
            DeliveryTest test = sent(image, isListed(image.header().studyInstanceUid()));
            enter(image, bytes);
            repositories.deliveryTests().add(test, instance(image, bytes));
            latest.set(test);
            return test;
        } catch (PeerException failure) {
            throw new CommandFailedException(failure.reason().phrases().getFirst());
        }
    }

    /**
     * Sends some large images of nobody, one after the other, to see how fast the PACS takes them. Each is listed as any test
     * study is, but says nothing of how the PACS takes a prior.
     */
    Carried measure() throws CommandFailedException, PeerException {
        SpentTime spent = new SpentTime();
        int sent = 0;
        long bytes = 0;
        long took = 0;
        while (sent < MOST_IMAGES && took < LONGEST.toNanos()) {
            InstanceInFlight image = TestStudy.createLarge(today(), connections.spoolFolder());
            long begun = System.nanoTime();
            long size = deliver(image, spent);
            took += System.nanoTime() - begun;
            enter(image, size);
            repositories.deliveryTests().addMeasuring(sent(image, false), instance(image, size));
            sent++;
            bytes += size;
        }
        double millis = took / (double) TimeUnit.MILLISECONDS.toNanos(1);
        return new Carried(sent, bytes, millis, 0, millis, spent.nanos(TimePart.LIMIT) * LIMITED_FROM > took, false);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.now(), clock.zone());
    }

    private long deliver(InstanceInFlight image, SpentTime spent) throws CommandFailedException, PeerException {
        try {
            return switch (connections.store().deliver(image, labels.of(image.header()), spent)) {
                case StudyStore.Delivery.Stored(long bytes) -> bytes;
                case StudyStore.Delivery.Refused refused ->
                    throw new CommandFailedException(refused.reason().phrases().getFirst());
            };
        } catch (BrokenInstanceException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void enter(InstanceInFlight image, long bytes) {
        repositories.ledger()
                .append(new LedgerEntry(clock.now(), image.header().studyInstanceUid(), StudyRef.PACS, null,
                        TestStudy.PATIENT_ID, 1, bytes, TransferState.COMPLETE,
                        AttributeChange.in(image.header(), labels.of(image.header())), Duration.ZERO));
    }

    private DeliveryTest sent(InstanceInFlight image, boolean listed) {
        return DeliveryTest.sent(image.header().studyInstanceUid(), clock.now(), person.get(), listed);
    }

    private static DeliveredInstance instance(InstanceInFlight image, long bytes) {
        return new DeliveredInstance(StudyRef.PACS, image.header().instance(), bytes);
    }

    private boolean isListed(String study) throws PeerException {
        StudyFinder pacs = connections.pacs();
        Cancellation never = new Cancellation();
        for (Duration wait : PATIENCE) {
            if (clock.pause(wait, never) && !pacs.findInstanceUids(study).isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Keeps what a person saw of the last one. */
    DeliveryTest answer(String study, boolean landed) throws CommandFailedException {
        DeliveryTest last = latest();
        if (last == null || !last.studyInstanceUid().equals(study)) {
            throw new CommandFailedException(Message.of("runtime.noDeliveryTest"));
        }
        DeliveryTest answered = last.answered(landed, person.get(), clock.now());
        repositories.deliveryTests().update(answered);
        latest.set(answered);
        return answered;
    }
}
