package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import javax.net.ssl.SSLSession;
import org.aoju.bus.core.exception.InternalException;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.Connection;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.Bandwidth;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RoundTrip;

/** The associations to one peer: never more than its budget at a time, idle ones re-used, unused ones released. */
public final class AssociationPool implements AutoCloseable {

    private record Idle(PeerAssociation association, long since) {}

    /** What is done with an association while it is ours. */
    interface Work<T> {
        T on(PeerAssociation association) throws PeerException, BrokenInstanceException;
    }

    private final DicomNode node;
    private final Peer peer;
    private final Deadlines deadlines;
    private final int most;
    private final RateLimit limit;
    private final RoundTrip roundTrip = new RoundTrip();
    private final OutgoingConnection local;
    private final Connection remote;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();
    private final Deque<Idle> idle = new ArrayDeque<>();
    private final ScheduledFuture<?> cleaning;
    private int open;
    private int questions;

    public AssociationPool(DicomNode node, Peer peer, SourceBudget budget, Deadlines deadlines) {
        this.node = node;
        this.peer = peer;
        this.deadlines = deadlines;
        this.most = budget.associations();
        this.limit = RateLimit.of(budget.bitsPerSecond());
        this.local = node.adopt(new OutgoingConnection(peer, node.guard(), limit, deadlines));
        this.remote = new Connection(peer.name(), peer.host(), peer.port());
        long every = Math.max(1, deadlines.idle().toMillis() / 2);
        this.cleaning = node.scheduler()
                .scheduleWithFixedDelay(this::releaseUnused, every, every, TimeUnit.MILLISECONDS);
    }

    /** The peer's name in {@code site.yaml}. */
    public String name() {
        return peer.name();
    }

    Peer peer() {
        return peer;
    }

    DicomNode node() {
        return node;
    }

    /** The bandwidth budget that all connections with the peer share, whoever opens them. */
    RateLimit limit() {
        return limit;
    }

    /** The same budget, for what is asked of the peer by other means. */
    public Bandwidth bandwidth() {
        return limit;
    }

    /** How long the line to the peer takes there and back, as far as it was seen. */
    RoundTrip roundTrip() {
        return roundTrip;
    }

    Deadlines deadlines() {
        return deadlines;
    }

    /** Until when the certificate is valid that the peer last showed; null when it has shown none. */
    public @Nullable Instant peerCertificateEnd() {
        return local.peerCertificateEnd();
    }

    /** Connects, agrees on TLS and hangs up. Returns the name of the protocol. */
    String agreeOnTls() throws IOException {
        try (GuardedSocket socket = local.connect(remote)) {
            SSLSession session = socket.session();
            return session == null ? "" : session.getProtocol();
        }
    }

    /**
     * Does the work on an association that covers what is needed; a new one also offers what may be needed next. One that
     * fails is not used again.
     *
     * @param waits told what is waited for
     */
    <T> T use(Contexts needed, Contexts offered, Waits waits, Work<T> work)
            throws PeerException, BrokenInstanceException {
        PeerAssociation association = borrow(needed, offered, waits);
        boolean wellBehaved = false;
        association.reportTo(waits);
        try {
            T result = work.on(association);
            wellBehaved = true;
            return result;
        } catch (PeerException failure) {
            wellBehaved = failure.kind() == PeerException.Kind.FAILED;
            throw failure;
        } finally {
            association.reportTo(Waits.NONE);
            giveBack(association, wellBehaved);
        }
    }

    /** The same for work that handles no instances. */
    <T> T ask(Contexts contexts, Work<T> work) throws PeerException {
        return ask(contexts, Waits.NONE, work);
    }

    <T> T ask(Contexts contexts, Waits waits, Work<T> work) throws PeerException {
        try {
            return use(contexts, contexts, waits, work);
        } catch (BrokenInstanceException impossible) {
            throw new IllegalStateException("no instance is involved here", impossible);
        }
    }

    private PeerAssociation borrow(Contexts needed, Contexts offered, Waits waits) throws PeerException {
        long begun = System.nanoTime();
        PeerAssociation found = reserve(needed);
        long reserved = System.nanoTime();
        waits.forSlot(reserved - begun);
        if (found != null && found.contexts().covers(needed)) {
            return found;
        }
        PeerAssociation opened = null;
        try {
            if (found != null) {
                found.release();
            }
            opened = open(offered);
            waits.forConnection(System.nanoTime() - reserved);
            return opened;
        } finally {
            if (opened == null) {
                free();
            }
        }
    }

    /**
     * An idle association that fits; else one in whose place another may be opened, or null when there is room. Questions go
     * before images, so that a full queue never makes a peer look silent.
     */
    private @Nullable PeerAssociation reserve(Contexts contexts) throws PeerException {
        long patience = deadlines.slot().toNanos();
        boolean question = contexts.isQuestion();
        lock.lock();
        questions += question ? 1 : 0;
        try {
            while (true) {
                PeerAssociation fitting = question || questions == 0 ? takeIdle(contexts) : null;
                if (fitting != null) {
                    return fitting;
                }
                if (open < most) {
                    open++;
                    return null;
                }
                Idle oldest = question || questions == 0 ? idle.pollFirst() : null;
                if (oldest != null) {
                    return oldest.association();
                }
                if (patience <= 0) {
                    throw PeerFailures.busy(peer);
                }
                patience = freed.awaitNanos(patience);
            }
        } catch (InterruptedException interrupted) {
            throw PeerFailures.interrupted(peer, interrupted);
        } finally {
            questions -= question ? 1 : 0;
            freed.signalAll();
            lock.unlock();
        }
    }

    private @Nullable PeerAssociation takeIdle(Contexts contexts) {
        for (Iterator<Idle> candidates = idle.iterator(); candidates.hasNext();) {
            PeerAssociation candidate = candidates.next().association();
            if (!candidate.isUsable()) {
                candidates.remove();
                open--;
            } else if (candidate.contexts().covers(contexts)) {
                candidates.remove();
                return candidate;
            }
        }
        return null;
    }

    private PeerAssociation open(Contexts contexts) throws PeerException {
        try {
            Association association = node.entity()
                    .connect(local, remote,
                            contexts.request(peer.aeTitle(), node.aeTitle()));
            roundTrip.seen(((GuardedSocket) association.getSocket()).sinceConnected());
            return new PeerAssociation(node, peer, contexts, deadlines, association);
        } catch (IOException | InternalException | GeneralSecurityException failure) {
            throw PeerFailures.whileConnecting(peer, failure);
        } catch (InterruptedException interrupted) {
            throw PeerFailures.interrupted(peer, interrupted);
        }
    }

    private void giveBack(PeerAssociation association, boolean wellBehaved) {
        if (!wellBehaved || !association.isUsable()) {
            association.abort();
            free();
            return;
        }
        lock.lock();
        try {
            idle.addLast(new Idle(association, System.nanoTime()));
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void free() {
        lock.lock();
        try {
            open--;
            freed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void releaseUnused() {
        for (PeerAssociation unused : takeIdleSince(System.nanoTime() - deadlines.idle().toNanos())) {
            node.threads().execute(() -> release(unused));
        }
    }

    private void release(PeerAssociation association) {
        try {
            association.release();
        } finally {
            free();
        }
    }

    private List<PeerAssociation> takeIdleSince(long moment) {
        List<PeerAssociation> taken = new ArrayList<>();
        lock.lock();
        try {
            while (!idle.isEmpty() && idle.getFirst().since() - moment <= 0) {
                taken.add(idle.removeFirst().association());
            }
        } finally {
            lock.unlock();
        }
        return taken;
    }

    /** Releases what is idle; what is in use ends with its work. */
    @Override
    public void close() {
        cleaning.cancel(false);
        try (ExecutorService releasing = Executors.newVirtualThreadPerTaskExecutor()) {
            takeIdleSince(System.nanoTime()).forEach(unused -> releasing.execute(() -> release(unused)));
        }
    }
}
