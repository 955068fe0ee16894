package org.priorfetch.engine.transfer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import org.priorfetch.engine.port.InstanceSpool.Spooled;

/**
 * Holds back what arrives, in the spool, until one instance of every series has been checked; from then on it keeps nothing
 * any more. Whoever brings something does not wait for the others. Thread-safe.
 */
final class SampleGate implements AutoCloseable {

    private final Consumer<List<Spooled>> opening;
    private final Set<String> unchecked;
    private final List<Spooled> kept = new ArrayList<>();
    private boolean open;

    /**
     * @param unchecked series of which no instance has been checked
     * @param opening told once, when the gate opens, what it has kept; must return at once
     */
    SampleGate(Collection<String> unchecked, Consumer<List<Spooled>> opening) {
        this.unchecked = new HashSet<>(unchecked);
        this.opening = opening;
        this.open = unchecked.isEmpty();
    }

    synchronized boolean isOpen() {
        return open;
    }

    /** Whether it waits for an instance of the series. */
    synchronized boolean awaits(String seriesInstanceUid) {
        return unchecked.contains(seriesInstanceUid);
    }

    /** Keeps an instance that has been checked. Answers whether it does: once open, it does not. */
    synchronized boolean keep(Spooled checked) {
        if (open) {
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
        if (!open && unchecked.isEmpty()) {
            open = true;
            opening.accept(List.copyOf(kept));
        }
    }

    /** Bytes of what waits behind it, and has come in vain if it never opens. */
    synchronized long bytesBehind() {
        return open ? 0 : kept.stream().mapToLong(Spooled::bytes).sum();
    }

    /** Removes what was kept from the disk, passed on or not. */
    @Override
    public synchronized void close() {
        open = true;
        kept.forEach(Spooled::discard);
        kept.clear();
    }
}
