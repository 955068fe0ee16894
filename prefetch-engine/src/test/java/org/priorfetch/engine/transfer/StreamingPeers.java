package org.priorfetch.engine.transfer;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.InstanceSpool;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SeriesStream;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.port.StudyRetriever;
import org.priorfetch.engine.port.StudyStore;

/** An archive that sends series as streams and takes its time to list a study of two series, a PACS, and a spool. */
final class StreamingPeers implements StudyFinder, StudyRetriever, InstanceSpool {

    static final String STUDY = "2.25.7";
    static final String FIRST = STUDY + ".1";
    static final String SECOND = STUDY + ".2";
    static final int OF_A_SERIES = 60;
    static final Patient ANOTHER = new Patient(PatientKey.of("0815"), "Roe^John", null, Sex.M);

    private static final long PATIENCE = 30;

    final CountDownLatch mayList = new CountDownLatch(1);
    final List<String> asked = new CopyOnWriteArrayList<>();
    final Map<String, Integer> stored = new ConcurrentHashMap<>();
    final Set<InstanceHeader> onDisk = ConcurrentHashMap.newKeySet();
    /** What the archive says which series it has. */
    List<ArchiveSeries> told = List.of(series(FIRST), series(SECOND));
    List<PriorCandidate> knownToPacs = List.of();
    Patient patient = TestJobs.PATIENT;
    int bytesOfAnImage = 100_000;
    /** After so many images a stream that nobody has listed breaks off. */
    int breaksOffAfter = Integer.MAX_VALUE;
    boolean listFails;
    /**
     * What is not listed breaks off when the other series has come; of each the first image, which is its sample, is stored when
     * that has stopped the other.
     */
    boolean storesSamplesLate;

    private final CountDownLatch secondCame = new CountDownLatch(1);
    private final CountDownLatch stopped = new CountDownLatch(1);

    static ArchiveSeries series(String uid) {
        return new ArchiveSeries(uid, "1", "CT", "", "", OF_A_SERIES);
    }

    static TransferJob job(int told) {
        PriorCandidate candidate = new PriorCandidate(new StudyRef(STUDY, TestJobs.SOURCE), TestJobs.PATIENT, "A-1",
                null, null, "Chest", new TreeSet<>(Set.of("CT")), Set.of(), told);
        return new TransferJob(TransferJob.UNSAVED, "ACC", null, candidate, Urgency.ROUTINE, TestJobs.DUE,
                TransferState.QUEUED, 0, Instant.EPOCH, -1, 0, 0, null, Instant.EPOCH);
    }

    RelayPeers between(int lanes) {
        return new RelayPeers(this, this, new Pacs(), this::send, lanes);
    }

    private static InstanceRef image(String series, int number) {
        return new InstanceRef(series + "." + number, "1.2.840.10008.5.1.4.1.1.2", series);
    }

    private static Stream<InstanceRef> images(String series) {
        return IntStream.rangeClosed(1, OF_A_SERIES).mapToObj(number -> image(series, number));
    }

    @Override
    public String name() {
        return TestJobs.SOURCE;
    }

    @Override
    public List<PriorCandidate> findStudies(StudyQuery query) {
        return List.of();
    }

    @Override
    public List<ArchiveSeries> findSeries(String studyInstanceUid) {
        asked.add("series");
        return told;
    }

    @Override
    public List<InstanceRef> findInstances(String studyInstanceUid) throws PeerException {
        asked.add("images");
        await(mayList);
        if (listFails) {
            throw silent();
        }
        return Stream.concat(images(FIRST), images(SECOND)).toList();
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE, TimeUnit.SECONDS)) {
                throw new AssertionError("waited in vain");
            }
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private static PeerException silent() {
        return new PeerException(TestJobs.SOURCE, PeerException.Kind.SILENT,
                Message.of("dicom.silent", TestJobs.SOURCE));
    }

    @Override
    public Cut cut() {
        return Cut.SERIES;
    }

    @Override
    public Optional<SeriesStream> unlisted() {
        return Optional.of((_, series, receiver, cancellation, _) -> {
            asked.add("unlisted " + series);
            stream(series, breaksOffAfter, receiver, cancellation);
            if (storesSamplesLate) {
                await(secondCame);
            }
            if (cancellation.isCancelled() || breaksOffAfter < OF_A_SERIES) {
                throw silent();
            }
        });
    }

    @Override
    public void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation,
            SpentTime spent) {
        if (request.instances().size() > 1) {
            asked.add(request.seriesInstanceUid());
            stream(request.seriesInstanceUid(), OF_A_SERIES, receiver, cancellation);
            if (storesSamplesLate) {
                secondCame.countDown();
                cancellation.await(Duration.ofSeconds(PATIENCE));
                stopped.countDown();
            }
        } else {
            InstanceRef image = request.instances().getFirst();
            asked.add(image.sopInstanceUid());
            receiver.receive(new Flying(image));
        }
    }

    private void stream(String series, int most, InstanceReceiver receiver, Cancellation cancellation) {
        images(series).limit(most)
                .takeWhile(_ -> !cancellation.isCancelled())
                .forEach(image -> receiver.receive(new Flying(image)));
    }

    private final class Pacs implements StudyFinder {

        @Override
        public String name() {
            return StudyRef.PACS;
        }

        @Override
        public List<PriorCandidate> findStudies(StudyQuery query) {
            return query instanceof StudyQuery.ByUid ? knownToPacs : List.of();
        }

        @Override
        public List<InstanceRef> findInstances(String studyInstanceUid) {
            return stored.keySet().stream().map(uid -> new InstanceRef(uid, "", "")).toList();
        }
    }

    private StudyStore.Sent send(InstanceInFlight instance, AttributeChanges changes, SpentTime spent) {
        String uid = instance.header().instance().sopInstanceUid();
        if (storesSamplesLate && uid.endsWith(".1")) {
            await(stopped);
        }
        stored.merge(uid, 1, Integer::sum);
        return StudyStore.Sent.answered(new StudyStore.Delivery.Stored(bytesOfAnImage));
    }

    @Override
    public Spooled keep(InstanceInFlight instance) {
        onDisk.add(instance.header());
        return new Spooled() {

            @Override
            public InstanceHeader header() {
                return instance.header();
            }

            @Override
            public long bytes() {
                return bytesOfAnImage;
            }

            @Override
            public <T, X extends Exception> T replay(Action<T, X> action)
                    throws IOException, X {
                return action.on(instance);
            }

            @Override
            public void discard() {
                onDisk.remove(instance.header());
            }
        };
    }

    private final class Flying implements InstanceInFlight {

        private final InstanceRef instance;

        Flying(InstanceRef instance) {
            this.instance = instance;
        }

        @Override
        public InstanceHeader header() {
            return new InstanceHeader(instance, STUDY, patient, "A-1");
        }

        @Override
        public String transferSyntaxUid() {
            return "1.2.840.10008.1.2.1";
        }

        @Override
        public long writeTo(OutputStream out, AttributeChanges changes) {
            return bytesOfAnImage;
        }
    }
}
