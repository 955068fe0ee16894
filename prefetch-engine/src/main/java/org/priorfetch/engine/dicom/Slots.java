package org.priorfetch.engine.dicom;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.PeerException;

/**
 * Who has which of the associations that a peer allows. Questions go before images, so that a full queue never makes a peer
 * look silent.
 */
final class Slots {

    /** So long a question waits for an association before images make way for it; then again, if they do not. */
    private static final Duration CROWDED = Duration.ofMillis(300);
    private static final Duration CROWDED_AGAIN = Duration.ofSeconds(2);

    private final Peer peer;
    private int most;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition freed = lock.newCondition();
    private final List<Slot> slots = new ArrayList<>();
    private int opening;
    private int questions;
    private Runnable crowded = () -> {};

    Slots(Peer peer, int most) {
        this.peer = peer;
        this.most = most;
    }

    /** So many may be open from now on. Returns idle ones that are too many; their places are free when they are released. */
    List<PeerAssociation> allow(int wanted) {
        return changing(() -> {
            most = wanted;
            return tooMany();
        });
    }

    private List<PeerAssociation> tooMany() {
        List<Slot> tooMany = slots.stream()
                .filter(Slot::isIdle)
                .limit(Math.max(0, slots.size() + opening - most))
                .toList();
        slots.removeAll(tooMany);
        opening += tooMany.size();
        return tooMany.stream().map(Slot::association).toList();
    }

    int most() {
        return changing(() -> most);
    }

    /** How many requests the peer takes without an answer, all associations together. */
    int places() {
        return changing(() -> most * slots.stream().mapToInt(Slot::window).max().orElse(1));
    }

    /** From now on this is called, by a thread of its own, where a question waits for images to end. */
    void whenCrowded(Runnable listener) {
        changing(() -> crowded = listener);
    }

    /**
     * Waits for an association that fits, or for the right to open one.
     *
     * @param shares whether one will do on which others wait for answers
     */
    Place reserve(Contexts contexts, boolean shares, Duration atMost) throws PeerException {
        return reserve(contexts, shares, true, atMost);
    }

    /** The same, but nothing is opened beside what is open: the peer has refused that. */
    Place reserveOfOpen(Contexts contexts, boolean shares, Duration atMost) throws PeerException {
        return reserve(contexts, shares, false, atMost);
    }

    private Place reserve(Contexts contexts, boolean shares, boolean opens, Duration atMost) throws PeerException {
        long patience = atMost.toNanos();
        boolean question = contexts.isQuestion();
        long untilCrowded = question ? CROWDED.toNanos() : Long.MAX_VALUE;
        lock.lock();
        questions += question ? 1 : 0;
        try {
            while (true) {
                Place place = question || questions == 0 ? place(contexts, shares, opens)
                        : opens ? room() : null;
                if (place != null) {
                    return place;
                }
                if (patience <= 0) {
                    throw PeerFailures.busy(peer);
                }
                long wait = Math.min(patience, untilCrowded);
                long waited = wait - freed.awaitNanos(wait);
                patience -= waited;
                untilCrowded -= question ? waited : 0;
                if (untilCrowded <= 0) {
                    Thread.ofVirtual().start(crowded);
                    untilCrowded = CROWDED_AGAIN.toNanos();
                }
            }
        } catch (InterruptedException interrupted) {
            throw PeerFailures.interrupted(peer, interrupted);
        } finally {
            questions -= question ? 1 : 0;
            freed.signalAll();
            lock.unlock();
        }
    }

    /**
     * Whether what is open, or is being opened or ended now, is worth waiting for. Images wait beside questions, which are soon over,
     * but not for other images.
     */
    boolean areToBeHad(Contexts contexts) {
        return changing(() -> {
            slots.removeIf(Slot::isDead);
            boolean besideQuestions = contexts.isQuestion() || questions > 0 || slots.stream().anyMatch(Slot::isAsking);
            return slots.stream().anyMatch(Slot::isIdle) || (besideQuestions && !areNone());
        });
    }

    private boolean areNone() {
        return slots.isEmpty() && opening == 0;
    }

    /** It is a question for which it was lent. */
    void asks(Slot slot) {
        changing(() -> {
            slot.asks();
            return slot;
        });
    }

    /** One that has nothing to do now and fits. */
    Optional<Slot> takeIdle(Contexts contexts) {
        return changing(() -> {
            slots.removeIf(Slot::isDead);
            Optional<Slot> fitting = find(slot -> slot.isIdle() && slot.covers(contexts));
            fitting.ifPresent(Slot::lend);
            return fitting;
        });
    }

    /** One that is idle, else a new one, else one that has room, else a new one in the place of one that does not fit. */
    private @Nullable Place place(Contexts contexts, boolean shares, boolean opens) {
        slots.removeIf(Slot::isDead);
        Optional<Slot> fitting = find(slot -> slot.isIdle() && slot.covers(contexts));
        if (fitting.isPresent()) {
            return lend(fitting.get());
        }
        Place room = opens || areNone() ? room() : null;
        if (room != null) {
            return room;
        }
        Optional<Slot> shared = shares ? leastBusy(contexts) : Optional.empty();
        if (shared.isPresent()) {
            return lend(shared.get());
        }
        return find(Slot::isIdle).map(this::replace).orElse(null);
    }

    private @Nullable Place room() {
        if (slots.size() + opening >= most) {
            return null;
        }
        opening++;
        return new Place(null, null);
    }

    private Optional<Slot> find(Predicate<Slot> wanted) {
        return slots.stream().filter(wanted).findFirst();
    }

    private Optional<Slot> leastBusy(Contexts contexts) {
        return slots.stream()
                .filter(slot -> slot.hasRoom() && slot.covers(contexts))
                .min(Comparator.comparingInt(Slot::unanswered));
    }

    private static Place lend(Slot slot) {
        slot.lend();
        return new Place(slot, null);
    }

    private Place replace(Slot slot) {
        slots.remove(slot);
        opening++;
        return new Place(null, slot.association());
    }

    /** What was to be opened is open. */
    Slot opened(PeerAssociation association) {
        return changing(() -> {
            Slot slot = new Slot(association);
            opening--;
            slots.add(slot);
            return slot;
        });
    }

    /** What was to be opened is not. */
    void notOpened() {
        changing(() -> opening--);
    }

    /** Returns those for which there is no room any more. */
    List<PeerAssociation> giveBack(Slot slot) {
        return changing(() -> {
            slot.takeBack(System.nanoTime());
            slots.remove(slot);
            slots.add(slot);
            return tooMany();
        });
    }

    /** It is gone. */
    void remove(Slot slot) {
        changing(() -> slots.remove(slot));
    }

    /** A request is written; until its answer comes others may write theirs. */
    void written(Slot slot, long bytes) {
        changing(() -> {
            slot.written(bytes);
            slot.takeBack(System.nanoTime());
            return slot;
        });
    }

    void answered(Slot slot, long bytes) {
        changing(() -> {
            slot.answered(bytes, System.nanoTime());
            return slot;
        });
    }

    /** Waits until nothing is waited for on it any more. */
    void awaitAnswers(Slot slot, Duration atMost) {
        long patience = atMost.toNanos();
        lock.lock();
        try {
            while (slot.unanswered() > 0 && patience > 0 && slot.association().isUsable()) {
                patience = freed.awaitNanos(patience);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            lock.unlock();
        }
    }

    /** Takes those away that nobody has used since; their places are free when they are released. */
    Stream<PeerAssociation> takeIdleSince(long moment) {
        return changing(() -> {
            List<Slot> unused = slots.stream().filter(slot -> slot.isIdleSince(moment)).toList();
            slots.removeAll(unused);
            opening += unused.size();
            return unused;
        }).stream().map(Slot::association);
    }

    /** Since when the longest idle one has been idle; empty when none is. */
    OptionalLong idleSince() {
        return changing(() -> slots.stream().filter(Slot::isIdle).mapToLong(Slot::idleSince).min());
    }

    private interface Change<T> {
        T run();
    }

    private <T> T changing(Change<T> change) {
        lock.lock();
        try {
            T result = change.run();
            freed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }
}
