package org.priorfetch.engine.transfer;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.PeerException;

/** Works a list off on several threads; the first failure stops all. */
final class Lanes {

    /** What is done with one piece. */
    interface Work<T> {
        void on(T piece, Cancellation cancellation) throws PeerException;
    }

    private Lanes() {}

    /**
     * Returns when every piece is done or all lanes have stopped.
     *
     * @throws PeerException the first failure
     */
    static <T> void run(int lanes, List<T> pieces, Cancellation cancellation, Work<T> work) throws PeerException {
        Queue<T> queue = new ConcurrentLinkedQueue<>(pieces);
        AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
        List<Thread> threads = new ArrayList<>();
        for (int lane = 0; lane < Math.min(lanes, pieces.size()); lane++) {
            threads.add(Thread.ofVirtual().start(() -> drain(queue, cancellation, work, failure)));
        }
        for (Thread thread : threads) {
            joinAll(thread, cancellation);
        }
        switch (failure.get()) {
            case PeerException peerFailure -> throw peerFailure;
            case RuntimeException defect -> throw defect;
            case null, default -> {
            }
        }
    }

    private static <T> void drain(Queue<T> queue, Cancellation cancellation, Work<T> work,
            AtomicReference<@Nullable Exception> failure) {
        try {
            for (T piece = queue.poll(); piece != null && !cancellation.isCancelled(); piece = queue.poll()) {
                work.on(piece, cancellation);
            }
        } catch (PeerException | RuntimeException first) {
            failure.compareAndSet(null, first);
            cancellation.cancel();
        }
    }

    private static void joinAll(Thread thread, Cancellation cancellation) {
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException stop) {
                interrupted = true;
                cancellation.cancel();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
