package org.priorfetch.engine.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.dicom.AssociationPool;
import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.dicom.DicomNode;
import org.priorfetch.engine.dicom.DimseCommitment;
import org.priorfetch.engine.dicom.DimseFinder;
import org.priorfetch.engine.dicom.DimseStore;
import org.priorfetch.engine.dicom.DirectMover;
import org.priorfetch.engine.dicom.FileSpool;
import org.priorfetch.engine.dicom.GetRetriever;
import org.priorfetch.engine.dicom.MoveRetriever;
import org.priorfetch.engine.dicom.Peer;
import org.priorfetch.engine.dicom.StorageScp;
import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.SeriesOrder;
import org.priorfetch.engine.model.SlowStore;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceSpool;
import org.priorfetch.engine.port.StorageCommitment;
import org.priorfetch.engine.port.StudyMover;
import org.priorfetch.engine.port.StudyRetriever;

/** Everything between one source and a PACS, joined as the product joins it, with storage in memory and time by hand. */
final class RelayRig implements AutoCloseable {

    static final String AE_TITLE = "PRIORFETCH";

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(2);

    /** Long enough for a machine that is stopped for some seconds, while an association that nobody uses is closed soon. */
    static final Deadlines PATIENT = new Deadlines(LONG, LONG, LONG, LONG, Duration.ofSeconds(60),
            Duration.ofSeconds(5), Duration.ofSeconds(10));

    /** Short enough that a test of a peer that says nothing ends soon. */
    static final Deadlines IMPATIENT = new Deadlines(SHORT, SHORT, SHORT, SHORT, Duration.ofSeconds(20),
            Duration.ofSeconds(5), Duration.ofSeconds(1));

    final TestClock clock = new TestClock();
    final InMemoryJobs jobs = new InMemoryJobs();
    final InMemoryLedger ledger = new InMemoryLedger();
    final RelayPeers peers;
    final StudyRelays relays;
    private final DicomNode node;
    private final AssociationPool source;
    private final AssociationPool pacs;
    private final @Nullable StorageScp storage;

    private RelayRig(Builder builder) throws IOException {
        node = new DicomNode(AE_TITLE, builder.folder);
        source = new AssociationPool(node, builder.source.get(), builder.sourceBudget, builder.deadlines);
        pacs = new AssociationPool(node, builder.pacs.get(), builder.pacsBudget, builder.pacsDeadlines);
        int port = Math.max(builder.storagePort, builder.listenPort);
        storage = port < 0 ? null : new StorageScp(node, "127.0.0.1", port, null, builder.deadlines);
        int lanes = Math.min(builder.sourceBudget.associations(), builder.pacsBudget.associations());
        peers = new RelayPeers(new DimseFinder(source, false, SeriesOrder.READING),
                builder.trouble.apply(retriever(builder)),
                new DimseFinder(pacs),
                new DimseStore(pacs),
                builder.commitment == null ? StorageCommitment.NONE
                        : new DimseCommitment(pacs, clock, builder.commitment),
                lanes, SlowStore.DEFAULT.patience());
        InstanceSpool spool = builder.spool == null ? new FileSpool(builder.folder) : builder.spool;
        Samples samples = builder.patience == null ? new Samples(spool) : new Samples(spool, builder.patience);
        relays = new StudyRelays(Map.of(TestJobs.SOURCE, peers), Map.of(), samples,
                new SamePatient(clock.now(), builder.selection), jobs, ledger, clock, TryListener.NOBODY);
        source.whenCrowded(() -> relays.makeWay(TestJobs.SOURCE));
    }

    private StudyRetriever retriever(Builder builder) {
        StudyRetriever get = new GetRetriever(source);
        if (storage == null || builder.storagePort < 0) {
            return get;
        }
        StudyRetriever move = new MoveRetriever(source, storage);
        return builder.choosing
                ? new ChosenWays(Map.of(RetrieveWay.GET, get, RetrieveWay.MOVE, move),
                        builder.sourceBudget.associations(), clock)
                : move;
    }

    /** Between whom, and how. */
    static final class Builder {

        private final Path folder;
        private Supplier<Peer> source = () -> {
            throw new IllegalStateException("no source");
        };
        private Supplier<Peer> pacs = () -> {
            throw new IllegalStateException("no PACS");
        };
        private SourceBudget sourceBudget = SourceBudget.DEFAULT;
        private SourceBudget pacsBudget = SourceBudget.DEFAULT;
        private Deadlines deadlines = Deadlines.DEFAULT;
        private Deadlines pacsDeadlines = Deadlines.DEFAULT;
        private int storagePort = -1;
        private int listenPort = -1;
        private boolean choosing;
        private UnaryOperator<StudyRetriever> trouble = UnaryOperator.identity();
        private @Nullable InstanceSpool spool;
        private @Nullable Duration patience;
        private @Nullable Duration commitment;
        private Selection selection = Selection.DEFAULT;

        /**
         * @param folder for the spool
         */
        Builder(Path folder) {
            this.folder = folder;
        }

        Builder from(String aeTitle, int port) {
            source = () -> new Peer(TestJobs.SOURCE, aeTitle, "127.0.0.1", port);
            return this;
        }

        Builder to(String aeTitle, int port) {
            pacs = () -> new Peer(StudyRef.PACS, aeTitle, "127.0.0.1", port);
            return this;
        }

        /** What comes along with images. */
        Builder selection(Selection chosen) {
            selection = chosen;
            return this;
        }

        Builder sourceBudget(SourceBudget budget) {
            sourceBudget = budget;
            return this;
        }

        Builder pacsBudget(SourceBudget budget) {
            pacsBudget = budget;
            return this;
        }

        Builder deadlines(Deadlines ofBoth) {
            return deadlines(ofBoth, ofBoth);
        }

        Builder deadlines(Deadlines ofSource, Deadlines ofPacs) {
            deadlines = ofSource;
            pacsDeadlines = ofPacs;
            return this;
        }

        /** C-GET or C-MOVE, whatever works. */
        Builder choosing() {
            choosing = true;
            return storagePort < 0 ? moveTo(0) : this;
        }

        /** C-MOVE to this port instead of C-GET; 0 for a free one. */
        Builder moveTo(int port) {
            storagePort = port;
            return this;
        }

        /** What lies between the relay and the way out of the source. */
        Builder trouble(UnaryOperator<StudyRetriever> between) {
            trouble = between;
            return this;
        }

        Builder spool(InstanceSpool newSpool) {
            spool = newSpool;
            return this;
        }

        /** How long the source is kept waiting for samples on other lanes. */
        Builder patience(Duration atMost) {
            patience = atMost;
            return this;
        }

        /** Asks the PACS for storage commitment, and waits for its report for so long. */
        Builder commitment(Duration reportedWithin) {
            commitment = reportedWithin;
            return this;
        }

        /** Listens without using C-MOVE. */
        Builder listenOn(int port) {
            listenPort = port;
            return this;
        }

        RelayRig start() throws IOException {
            return new RelayRig(this);
        }
    }

    /** The port of the storage SCP. */
    int storagePort() {
        return storage == null ? -1 : storage.port();
    }

    /** Has the source send to another application entity than ours. */
    StudyMover mover(String aeTitle) {
        return new DirectMover(source, aeTitle, SlowStore.DEFAULT::patience);
    }

    TransferJob add(TransferJob job) {
        return jobs.add(job);
    }

    TransferOutcome relay(String studyUid) {
        return relay(add(TestJobs.of(studyUid)), new Cancellation()).outcome();
    }

    RelayResult relay(TransferJob job, Cancellation cancellation) {
        return relays.relay(job, new JobProgress(() -> {}), cancellation);
    }

    @Override
    public void close() throws IOException {
        source.close();
        pacs.close();
        if (storage != null) {
            storage.close();
        }
        node.close();
    }
}
