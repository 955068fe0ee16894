package org.priorfetch.engine.port;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.TimePart;

/**
 * Adds up what the lanes of a transfer spend their time on, with what they wait for at this moment, and hears what they carried in vain.
 * Thread-safe.
 */
public final class SpentTime {

    /** What is waited for now, and is added when it is over. Asked from other threads than the one that waits. */
    public interface GoingOn {

        TimePart part();

        /** Nanoseconds until now; 0 for nothing. */
        long nanos();
    }

    /** Added when it is closed, by the thread that waits. */
    public final class Wait implements GoingOn, AutoCloseable {

        private final TimePart part;
        private final long since = System.nanoTime();
        private @Nullable RoundTrip answered;

        private Wait(TimePart part) {
            this.part = part;
        }

        @Override
        public TimePart part() {
            return part;
        }

        @Override
        public long nanos() {
            return System.nanoTime() - since;
        }

        /** It was for an answer, and that has come: so much of it is the line's. */
        public void answered(RoundTrip line) {
            answered = line;
        }

        @Override
        public void close() {
            unwatch(this);
            if (answered == null) {
                add(part, nanos());
            } else {
                answered.divide(nanos(), SpentTime.this);
            }
        }
    }

    private record Sum(LongAdder nanos, LongAdder times) {}

    private final Map<TimePart, Sum> sums;
    private final Set<GoingOn> goingOn = ConcurrentHashMap.newKeySet();
    /** The most operations at a time that an association allowed on which an instance came. */
    private final AtomicInteger window = new AtomicInteger();
    private final LongConsumer inVain;

    /** Where nobody asks what came in vain. */
    public SpentTime() {
        this(_ -> {});
    }

    /** @param inVain told how many bytes came and have to come once more */
    public SpentTime(LongConsumer inVain) {
        this.inVain = inVain;
        Map<TimePart, Sum> begun = new EnumMap<>(TimePart.class);
        for (TimePart part : TimePart.values()) {
            begun.put(part, new Sum(new LongAdder(), new LongAdder()));
        }
        sums = Collections.unmodifiableMap(begun);
    }

    /** One more wait of so many nanoseconds. */
    public void add(TimePart part, long waitedNanos) {
        Sum sum = sums.get(part);
        if (sum != null && waitedNanos > 0) {
            sum.nanos().add(waitedNanos);
            sum.times().increment();
        }
    }

    /** From now until it is closed. */
    public Wait waiting(TimePart part) {
        Wait wait = new Wait(part);
        watch(wait);
        return wait;
    }

    /** From now on it counts with the rest, until {@link #unwatch}. */
    public void watch(GoingOn wait) {
        goingOn.add(wait);
    }

    public void unwatch(GoingOn wait) {
        goingOn.remove(wait);
    }

    /** An instance came on an association that allows so many operations at a time. */
    public void cameWithin(int operations) {
        window.accumulateAndGet(operations, Math::max);
    }

    /** So many bytes came of instances that have to come once more. */
    public void inVain(long bytes) {
        inVain.accept(bytes);
    }

    /** Whether every instance was answered for before the next was sent; false also where nobody knows. */
    public boolean cameOneAtATime() {
        return window.get() == 1;
    }

    public long nanos(TimePart part) {
        Sum sum = sums.get(part);
        return (sum == null ? 0 : sum.nanos().sum())
                + goingOn.stream().filter(wait -> wait.part() == part).mapToLong(GoingOn::nanos).sum();
    }

    /** How often it was waited for. */
    public long times(TimePart part) {
        Sum sum = sums.get(part);
        return (sum == null ? 0 : sum.times().sum())
                + goingOn.stream().filter(wait -> wait.part() == part && wait.nanos() > 0).count();
    }

    /** Of all parts together. */
    public long nanos() {
        return sums.values().stream().mapToLong(sum -> sum.nanos().sum()).sum()
                + goingOn.stream().mapToLong(GoingOn::nanos).sum();
    }
}
