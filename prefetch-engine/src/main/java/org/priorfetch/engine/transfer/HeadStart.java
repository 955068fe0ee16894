package org.priorfetch.engine.transfer;

import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SeriesStream;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyRetriever;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The way out of the source for one study, of which a series begins while the images are being listed, where nothing else is wanted
 * of the source. Whoever asks for that series then has it from here; everything else comes as usual. Guarded by itself.
 */
final class HeadStart implements StudyRetriever, AutoCloseable {

    /** Fewer images are listed about as soon as their series are. */
    private static final int MANY = 50;

    /** Fewer images of a series are there before the list is. */
    private static final int ENOUGH = 10;

    private static final Logger LOG = LoggerFactory.getLogger(HeadStart.class);

    private final TransferJob job;
    private final RelayPeers peers;
    private final Samples samples;
    private final JobLanes lanes;
    private final JobProgress progress;
    private final Cancellation cancellation;
    private boolean lent;
    private boolean listed;
    private @Nullable EarlySeries early;

    HeadStart(TransferJob job, RelayPeers peers, Samples samples, JobLanes lanes, JobProgress progress,
            Cancellation cancellation) {
        this.job = job;
        this.peers = peers;
        this.samples = samples;
        this.lanes = lanes;
        this.progress = progress;
        this.cancellation = cancellation;
    }

    /**
     * Begins, where that is worth it. Returns at once.
     *
     * @param pacs what the PACS has to say; nothing is asked for before that is known
     */
    void begin(Future<AtPacs> pacs) {
        Optional<SeriesStream> stream = peers.retriever().unlisted();
        if (stream.isPresent() && job.isWholeStudy() && job.candidate().instances() >= MANY && lanes.areFree()) {
            Thread.ofVirtual().name("head-start-" + job.id()).start(() -> begin(stream.get(), pacs));
        }
    }

    private void begin(SeriesStream stream, Future<AtPacs> pacs) {
        try {
            Optional<ArchiveSeries> first = peers.source()
                    .findSeries(job.ref().studyInstanceUid())
                    .stream()
                    .filter(series -> series.instances() < 0 || series.instances() >= ENOUGH)
                    .findFirst();
            if (first.isPresent() && pacs.get().isFree()) {
                begin(first.get(), stream);
            }
        } catch (PeerException | ExecutionException failure) {
            LOG.debug("Transfer {} begins with its list: {}", job.id(), failure.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void begin(ArchiveSeries series, SeriesStream stream) {
        EarlySeries begun = new EarlySeries(series.seriesInstanceUid(), samples.spool(), progress,
                cancellation.child());
        if (take(begun)) {
            begun.run(job.ref().studyInstanceUid(), stream);
        }
    }

    private synchronized boolean take(EarlySeries begun) {
        lent = !listed && lanes.lend(begun::giveUp);
        if (lent) {
            early = begun;
        }
        return lent;
    }

    /** From now on the images are known; these are to come. */
    void listed(Missing missing) {
        EarlySeries begun = end();
        if (begun != null) {
            begun.offer(missing.of(begun.uid()).instances().size(), samples.patience());
        }
    }

    private synchronized @Nullable EarlySeries end() {
        listed = true;
        if (lent) {
            lent = false;
            lanes.giveBack();
        }
        return early;
    }

    @Override
    public Cut cut() {
        return peers.retriever().cut();
    }

    @Override
    public void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation stop, SpentTime spent)
            throws PeerException {
        EarlySeries begun = early();
        boolean came = begun != null && begun.isWhole(request) && begun.handOver(receiver, stop);
        if (!came && !stop.isCancelled()) {
            peers.retriever().retrieve(request, receiver, stop, spent);
        }
    }

    private synchronized @Nullable EarlySeries early() {
        return early;
    }

    /** What nobody has asked for is given up. */
    @Override
    public void close() {
        EarlySeries begun = end();
        if (begun != null) {
            begun.giveUp();
            begun.awaitEnd();
        }
    }
}
