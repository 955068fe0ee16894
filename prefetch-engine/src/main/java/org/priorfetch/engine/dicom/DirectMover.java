package org.priorfetch.engine.dicom;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.priorfetch.engine.dicom.ResponseQueue.Response;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.StudyMover;

/** Study Root C-MOVE at the image level to the PACS (PS3.4 C.4.2). */
public final class DirectMover implements StudyMover {

    private static final Contexts CONTEXTS = Contexts.forService(Contexts.STUDY_ROOT_MOVE);

    /** Pending responses are optional, and nothing of what the archive sends passes here. */
    private static final Duration LEAST_PATIENCE = Duration.ofMinutes(30);

    private final AssociationPool pool;
    private final String pacsAeTitle;
    private final Supplier<Duration> patience;

    /**
     * Asks one archive.
     *
     * @param pacsAeTitle by which the archive knows the PACS
     * @param patience how long the archive may fetch from a slow store without a word, where that is longer than half an hour
     */
    public DirectMover(AssociationPool pool, String pacsAeTitle, Supplier<Duration> patience) {
        this.pool = pool;
        this.pacsAeTitle = pacsAeTitle;
        this.patience = patience;
    }

    @Override
    public void move(RetrieveRequest request, IntConsumer sent, Cancellation cancellation) throws PeerException {
        Attributes keys = StudyKeys.retrieve(request.studyInstanceUid(), request.seriesInstanceUid(),
                request.instances());
        AtomicLong lastWord = new AtomicLong(System.nanoTime());
        long atMost = Math.max(patience.get().toNanos(), LEAST_PATIENCE.toNanos());
        Response last = pool.ask(CONTEXTS, association -> {
            Response end = association.move(keys, pacsAeTitle, cancellation::isCancelled,
                    () -> System.nanoTime() - lastWord.get() > atMost, done -> {
                        lastWord.set(System.nanoTime());
                        sent.accept(done);
                    });
            SubOperations.requireTry("C-MOVE", association, end);
            return end;
        });
        sent.accept(last.completed());
    }
}
