package org.priorfetch.engine.transfer;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RequestSlots;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyRetriever;

/**
 * Studies that an archive must fetch from a slow store first: it gets long to begin, and until a series has begun to come, no
 * more than one association of the source waits for such a study.
 */
final class NearlineLanes {

    private static final String STILL_FETCHING = "transfer.nearline";

    private final Map<String, RequestSlots> turns = new ConcurrentHashMap<>();

    /** Whether the job waits for the archive's slow store, which is no failure of the archive. */
    static boolean isWait(Reason reason) {
        return reason.has(STILL_FETCHING);
    }

    /** The peers as this job is to use them. Where a source bears one association only, it is kept no longer than usual. */
    RelayPeers between(TransferJob job, RelayPeers peers) {
        if (!job.candidate().availability().isSlow()) {
            return peers;
        }
        StudyRetriever usual = peers.retriever();
        RequestSlots turn = turns.computeIfAbsent(job.ref().source(), _ -> new RequestSlots(1));
        StudyRetriever patient = peers.lanes() > 1 ? usual.waiting(peers.patience()) : usual;
        return peers.with(new OneAtATime(job.ref().source(), usual, patient, turn));
    }

    /** Retrieves one study: series that have begun to come as usual, others one after the other. */
    private record OneAtATime(String source, StudyRetriever usual, StudyRetriever patient, RequestSlots turn,
            Set<String> begun) implements StudyRetriever {

        OneAtATime(String source, StudyRetriever usual, StudyRetriever patient, RequestSlots turn) {
            this(source, usual, patient, turn, ConcurrentHashMap.newKeySet());
        }

        @Override
        public Cut cut() {
            return usual.cut();
        }

        @Override
        public void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation,
                SpentTime spent) throws PeerException {
            String series = request.seriesInstanceUid();
            if (begun.contains(series)) {
                usual.retrieve(request, receiver, cancellation, spent);
                return;
            }
            takeTurn(cancellation, spent);
            AtomicBoolean ours = new AtomicBoolean(true);
            try {
                patient.retrieve(request, instance -> {
                    begun.add(series);
                    leave(ours);
                    return receiver.receive(instance);
                }, cancellation, spent);
            } catch (PeerException failure) {
                boolean silent = failure.kind() == PeerException.Kind.SILENT && !begun.contains(series);
                throw silent ? new PeerException(failure.peer(), failure.kind(), Message.of(STILL_FETCHING, source),
                        failure) : failure;
            } finally {
                leave(ours);
            }
        }

        private void takeTurn(Cancellation cancellation, SpentTime spent) throws PeerException {
            try (SpentTime.Wait _ = spent.waiting(TimePart.SOURCE)) {
                if (!turn.take(cancellation::isCancelled)) {
                    throw cancelled(null);
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw cancelled(interrupted);
            }
        }

        private PeerException cancelled(@Nullable InterruptedException cause) {
            return new PeerException(source, PeerException.Kind.CANCELLED, Message.of("dicom.cancelled", source),
                    cause);
        }

        private void leave(AtomicBoolean ours) {
            if (ours.getAndSet(false)) {
                turn.release();
            }
        }
    }
}
