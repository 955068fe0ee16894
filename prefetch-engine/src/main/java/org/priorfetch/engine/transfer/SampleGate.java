package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.InstanceSpool.Spooled;

/**
 * Holds back what arrives until one instance of every series has been checked in the spool; from then on it keeps nothing any
 * more. What comes beside the samples waits where it is while all of them are on their way, and for a while only, so that two
 * studies cannot wait for each other's for long; then it goes to the spool, too. Thread-safe.
 */
final class SampleGate implements AutoCloseable {

    /** So many times as long is waited where all samples are arriving: what waits leaves them the line. */
    private static final int WHILE_ARRIVING = 5;

    private final Consumer<List<Spooled>> opening;
    private final Set<String> unchecked;
    private final Set<String> unasked;
    private final Set<String> coming = new HashSet<>();
    private final List<Spooled> kept = new ArrayList<>();
    private final CountDownLatch opened = new CountDownLatch(1);
    private final Duration patience;
    private @Nullable Long waitingSince;
    private int madeWay;

    /**
     * Closed, unless there is nothing to be checked.
     *
     * @param unchecked series of which no instance has been checked
     * @param opening told once, when the gate opens, what it has kept; must return at once
     * @param patience so long is waited in all at most
     */
    SampleGate(Collection<String> unchecked, Consumer<List<Spooled>> opening, Duration patience) {
        this.unchecked = new HashSet<>(unchecked);
        this.unasked = new HashSet<>(unchecked);
        this.opening = opening;
        this.patience = patience;
        if (unchecked.isEmpty()) {
            opened.countDown();
        }
    }

    boolean isOpen() {
        return opened.getCount() == 0;
    }

    /** Whether it waits for an instance of the series. */
    synchronized boolean awaits(String seriesInstanceUid) {
        return unchecked.contains(seriesInstanceUid);
    }

    /** Whether an instance of the series that has come now is to be its sample; of several at a time, the first. */
    synchronized boolean choosesSampleOf(String seriesInstanceUid) {
        return unchecked.contains(seriesInstanceUid) && coming.add(seriesInstanceUid);
    }

    /** What was to be the sample of the series is not, since it did not come whole, or is another's. */
    synchronized void isNoSampleOf(String seriesInstanceUid) {
        coming.remove(seriesInstanceUid);
    }

    /** An instance of the series may come any time now. */
    synchronized void asked(String seriesInstanceUid) {
        unasked.remove(seriesInstanceUid);
    }

    /** Waits for the samples that are on their way. Answers whether it is open then. */
    boolean awaitOpening() {
        try {
            long nanos = nanosToWait();
            while (nanos > 0 && !opened.await(nanos, TimeUnit.NANOSECONDS)) {
                nanos = nanosToWait();
            }
            return isOpen();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private synchronized long nanosToWait() {
        if (!unasked.isEmpty()) {
            return 0;
        }
        long now = System.nanoTime();
        waitingSince = waitingSince == null ? now : waitingSince;
        long longest = patience.toNanos() * (coming.containsAll(unchecked) ? WHILE_ARRIVING : 1);
        return longest - (now - waitingSince);
    }

    /**
     * Whether what comes beside the samples is to make way for one that has been asked for and does not come, since questions of
     * others may have taken its association; once for each that is missing, as the archive may just need long for it.
     */
    synchronized boolean makesWay() {
        boolean impatient = !isOpen() && waitingSince != null && nanosToWait() <= 0;
        if (!impatient || madeWay >= unchecked.size()) {
            return false;
        }
        madeWay++;
        return true;
    }

    /** Keeps an instance that has been checked. Answers whether it does: once open, it does not. */
    synchronized boolean keep(Spooled checked) {
        if (isOpen()) {
            return false;
        }
        kept.add(checked);
        awaitNoMore(checked.header().instance().seriesInstanceUid());
        return true;
    }

    /** Nothing of the series is to be had now, which keeps none of the others away. */
    synchronized void leaveOut(String seriesInstanceUid) {
        awaitNoMore(seriesInstanceUid);
    }

    private void awaitNoMore(String seriesInstanceUid) {
        unchecked.remove(seriesInstanceUid);
        unasked.remove(seriesInstanceUid);
        if (!isOpen() && unchecked.isEmpty()) {
            opening.accept(List.copyOf(kept));
            opened.countDown();
        }
    }

    /** Bytes of what waits behind it in the spool, and has come in vain if it never opens. */
    synchronized long bytesBehind() {
        return isOpen() ? 0 : kept.stream().mapToLong(Spooled::bytes).sum();
    }

    /** Removes what was kept from the disk, passed on or not. */
    @Override
    public synchronized void close() {
        opened.countDown();
        kept.forEach(Spooled::discard);
        kept.clear();
    }
}
