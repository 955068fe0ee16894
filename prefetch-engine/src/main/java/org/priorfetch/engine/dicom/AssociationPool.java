package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.aoju.bus.image.metric.internal.pdu.AAssociateRQ;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RoundTrip;

/** The associations to one peer: never more than its budget at a time, idle ones re-used, unused ones released. */
public final class AssociationPool implements AutoCloseable {

    /** What is done with an association while it is ours. */
    interface Work<T> {
        T on(PeerAssociation association) throws PeerException, BrokenInstanceException;
    }

    private final DicomNode node;
    private final Peer peer;
    private final Deadlines deadlines;
    private final RateLimit limit;
    private final RoundTrip roundTrip = new RoundTrip();
    private final AssociationOpener opener;
    private final Slots slots;
    private final Lending lending;
    private final IdleCleaning cleaning;

    public AssociationPool(DicomNode node, Peer peer, SourceBudget budget, Deadlines deadlines) {
        this.node = node;
        this.peer = peer;
        this.deadlines = deadlines;
        this.limit = RateLimit.of(budget.bitsPerSecond());
        this.opener = new AssociationOpener(node, peer, deadlines, limit, roundTrip);
        this.slots = new Slots(peer, budget.associations());
        this.lending = new Lending(slots, opener, deadlines);
        this.cleaning = new IdleCleaning(slots, lending, node, deadlines.idle());
    }

    /** From now on no more is asked of the peer. What is too much ends with its work. */
    public void change(SourceBudget budget) {
        limit.change(budget.bitsPerSecond());
        slots.allow(budget.associations())
                .forEach(tooMany -> node.threads().execute(() -> lending.release(tooMany)));
    }

    /** How many instances the peer may be sent before it has answered for the first of them, as far as is known. */
    public int places() {
        return slots.places();
    }

    /** From now on this is called, by a thread of its own, where a question waits for images to end. */
    public void whenCrowded(Runnable listener) {
        slots.whenCrowded(listener);
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
    public RateLimit limit() {
        return limit;
    }

    int most() {
        return slots.most();
    }

    /**
     * Works on an association of its own making, which counts as one of those that the site allows, and is released
     * afterwards. Nobody who works is waited for.
     */
    <T> T apart(OutgoingConnection line, AAssociateRQ request, Work<T> work) throws PeerException {
        return lending.apart(line, request, work);
    }

    /** What connections are made with. */
    OutgoingConnection line(boolean askingForWindow) {
        return opener.line(askingForWindow);
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
        return opener.peerCertificateEnd();
    }

    /** Connects, agrees on TLS and hangs up. Returns the name of the protocol. */
    String agreeOnTls() throws IOException {
        return opener.agreeOnTls();
    }

    /** Does work without instances on an association that covers what is needed. One that fails is not used again. */
    <T> T ask(Contexts contexts, Work<T> work) throws PeerException {
        return ask(contexts, Waits.NONE, work);
    }

    /** @param waits told what is waited for */
    <T> T ask(Contexts contexts, Waits waits, Work<T> work) throws PeerException {
        return ask(lending.borrow(contexts, contexts, false, waits), waits, work);
    }

    /** Does the same; one that is opened for it also offers what may be needed next. */
    <T> T ask(Contexts needed, Contexts offered, Work<T> work) throws PeerException {
        return ask(lending.borrow(needed, offered, false, Waits.NONE), Waits.NONE, work);
    }

    /**
     * Does the same if there is an association for it now or room for one, which then also offers what may be needed next.
     *
     * @throws PeerException also when there is none
     */
    <T> T askBeside(Contexts needed, Contexts offered, Work<T> work) throws PeerException {
        return ask(lending.borrowNow(needed, offered), Waits.NONE, work);
    }

    /** Does it aside, so many times side by side, or as often as there may be associations beside the one of who asks. */
    void callHelpers(int count, Runnable help) {
        for (int helper = Math.min(count, most() - 1); helper > 0; helper--) {
            node.threads().execute(help);
        }
    }

    /** Does it on an association that is open and has nothing to do; else nothing is done. */
    void askIdle(Contexts contexts, Work<?> work) throws PeerException {
        Optional<Slot> idle = slots.takeIdle(contexts);
        if (idle.isPresent()) {
            Object _ = ask(idle.get(), Waits.NONE, work);
        }
    }

    private <T> T ask(Slot slot, Waits waits, Work<T> work) throws PeerException {
        boolean wellBehaved = false;
        slot.association().reportTo(waits);
        try {
            T result = work.on(slot.association());
            wellBehaved = true;
            return result;
        } catch (PeerException failure) {
            wellBehaved = switch (failure.kind()) {
                case FAILED, BUSY, CANCELLED -> true; // where it did not even heed the cancellation, it is not usable any more
                case UNREACHABLE, REFUSED, BROKEN, SILENT, PROTOCOL -> false;
            };
            throw failure;
        } catch (BrokenInstanceException impossible) {
            throw new IllegalStateException("no instance is involved here", impossible);
        } finally {
            slot.association().reportTo(Waits.NONE);
            lending.giveBack(slot, wellBehaved);
            cleaning.planned();
        }
    }

    /**
     * Makes a request on an association that covers what is needed; a new one also offers what may be needed next. Where the
     * peer grants an operations window, others make theirs before the answer comes.
     *
     * @param waits told what is waited for
     */
    <T> Exchange.Answer<T> exchange(Contexts needed, Contexts offered, Waits waits, Exchange<T> exchange)
            throws PeerException, BrokenInstanceException {
        Slot slot = lending.borrow(needed, offered, true, waits);
        Exchange.Pending<T> pending = write(slot, waits, exchange);
        slots.written(slot, pending.bytes());
        return () -> answer(slot, pending);
    }

    private <T> T answer(Slot slot, Exchange.Pending<T> pending) throws PeerException {
        boolean answered = false;
        try {
            T result = pending.await();
            answered = true;
            return result;
        } finally {
            slots.answered(slot, pending.bytes());
            cleaning.planned();
            if (!answered) {
                slot.association().abort();
            }
        }
    }

    private <T> Exchange.Pending<T> write(Slot slot, Waits waits, Exchange<T> exchange)
            throws PeerException, BrokenInstanceException {
        slot.association().reportTo(waits);
        boolean written = false;
        try {
            Exchange.Pending<T> pending = exchange.writeTo(slot.association());
            written = true;
            return pending;
        } catch (BrokenInstanceException broken) {
            // whatever arrived whole before the fragment is answered for before the line goes
            try (Waits.Waiting _ = waits.forAnswers()) {
                slots.awaitAnswers(slot, deadlines.response());
            }
            throw broken;
        } finally {
            slot.association().reportTo(Waits.NONE);
            if (!written) {
                lending.giveBack(slot, false);
            }
        }
    }

    /** Releases what is idle; what is in use ends with its work. */
    @Override
    public void close() {
        cleaning.close();
        try (ExecutorService releasing = Executors.newVirtualThreadPerTaskExecutor()) {
            slots.takeIdleSince(System.nanoTime()).forEach(unused -> releasing.execute(() -> lending.release(unused)));
        }
    }
}
