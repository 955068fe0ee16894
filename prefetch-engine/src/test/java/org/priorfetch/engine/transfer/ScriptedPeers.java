package org.priorfetch.engine.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.InstanceSpool;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.port.StudyStore;

/** A source where every study has ten instances, a PACS, and a spool: without network or disk. */
final class ScriptedPeers implements InstanceSpool {

    static final int BYTES = 100;

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final Set<String> held = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> stored = new ConcurrentHashMap<>();
    private final Map<String, Long> leftBehind = new ConcurrentHashMap<>();
    private volatile boolean failing;
    private volatile Runnable whenAsked = () -> {};
    private volatile CountDownLatch arrived = new CountDownLatch(0);
    private volatile CountDownLatch mayAnswer = new CountDownLatch(0);

    RelayPeers relayPeers() {
        return new RelayPeers(new Source(), this::retrieve, new Pacs(), this::send, 1);
    }

    static InstanceRef instance(String studyUid, int number) {
        return new InstanceRef(studyUid + ".1." + number, "1.2.840.10008.5.1.4.1.1.7", studyUid + ".1");
    }

    /** Studies in the order in which the source was asked for them. */
    List<String> asked() {
        return asked;
    }

    /** A program that was killed left so many bytes of the study on the disk. */
    void leaveBehind(String studyUid, long bytes) {
        leftBehind.put(studyUid, bytes);
    }

    @Override
    public long leftBehind(String studyUid) {
        return leftBehind.getOrDefault(studyUid, 0L);
    }

    Set<String> held() {
        return Set.copyOf(held);
    }

    void hold(String uid) {
        held.add(uid);
    }

    Map<String, Integer> timesStored() {
        return stored;
    }

    void fail(boolean on) {
        failing = on;
    }

    /** Something that happens while the source is asked. */
    void whenAsked(Runnable action) {
        whenAsked = action;
    }

    /** The PACS does not answer after so many instances, until it is told to; the latch tells when it is that far. */
    CountDownLatch stopAfter(int instances) {
        mayAnswer = new CountDownLatch(1);
        arrived = new CountDownLatch(instances);
        return arrived;
    }

    void answer() {
        mayAnswer.countDown();
    }

    private final class Source implements StudyFinder {

        @Override
        public String name() {
            return TestJobs.SOURCE;
        }

        @Override
        public List<PriorCandidate> findStudies(StudyQuery query) {
            return List.of();
        }

        @Override
        public List<InstanceRef> findInstances(String studyUid) throws PeerException {
            asked.add(studyUid);
            whenAsked.run();
            if (failing) {
                throw new PeerException(name(), PeerException.Kind.SILENT, Message.of("dicom.silent", name()));
            }
            return IntStream.rangeClosed(1, 10).mapToObj(number -> instance(studyUid, number)).toList();
        }
    }

    private final class Pacs implements StudyFinder {

        @Override
        public String name() {
            return "pacs";
        }

        @Override
        public List<PriorCandidate> findStudies(StudyQuery query) {
            return query instanceof StudyQuery.ByUid(String uid) && !findInstances(uid).isEmpty()
                    ? List.of(TestJobs.of(uid).candidate())
                    : List.of();
        }

        @Override
        public List<InstanceRef> findInstances(String studyUid) {
            return held.stream()
                    .filter(uid -> uid.startsWith(studyUid + "."))
                    .map(uid -> new InstanceRef(uid, "", studyUid + ".1"))
                    .toList();
        }
    }

    private void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation,
            SpentTime spent) {
        for (InstanceRef instance : request.instances()) {
            if (!cancellation.isCancelled()) {
                receiver.receive(new Flying(instance, request.studyInstanceUid()));
            }
        }
    }

    private StudyStore.Sent send(InstanceInFlight instance, AttributeChanges changes, SpentTime spent) {
        String uid = instance.header().instance().sopInstanceUid();
        held.add(uid);
        stored.merge(uid, 1, Integer::sum);
        arrived.countDown();
        if (arrived.getCount() == 0) {
            awaitAnswer();
        }
        return StudyStore.Sent.answered(new StudyStore.Delivery.Stored(BYTES));
    }

    private void awaitAnswer() {
        try {
            mayAnswer.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public Spooled keep(InstanceInFlight instance) {
        return new Spooled() {

            @Override
            public InstanceHeader header() {
                return instance.header();
            }

            @Override
            public long bytes() {
                return 0;
            }

            @Override
            public <T, X extends Exception> T replay(Action<T, X> action) throws IOException, X {
                return action.on(instance);
            }

            @Override
            public void discard() {
                // there is nothing to remove
            }
        };
    }

    private record Flying(InstanceRef instance, String studyUid) implements InstanceInFlight {

        @Override
        public InstanceHeader header() {
            return new InstanceHeader(instance, studyUid, TestJobs.PATIENT, "A-1");
        }

        @Override
        public String transferSyntaxUid() {
            return "1.2.840.10008.1.2.1";
        }

        @Override
        public long writeTo(OutputStream out, AttributeChanges changes) throws IOException {
            out.write(new byte[BYTES]);
            return BYTES;
        }
    }
}
