package org.priorfetch.engine.port;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import org.priorfetch.engine.model.TimePart;

/** Adds up what the lanes of a transfer spend their time on. Thread-safe. */
public final class SpentTime {

    private record Sum(LongAdder nanos, LongAdder times) {}

    private final Map<TimePart, Sum> sums;
    /** The most operations at a time that an association allowed on which an instance came. */
    private final AtomicInteger window = new AtomicInteger();

    public SpentTime() {
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

    /** An instance came on an association that allows so many operations at a time. */
    public void cameWithin(int operations) {
        window.accumulateAndGet(operations, Math::max);
    }

    /** Whether every instance was answered for before the next was sent; false also where nobody knows. */
    public boolean cameOneAtATime() {
        return window.get() == 1;
    }

    public long nanos(TimePart part) {
        Sum sum = sums.get(part);
        return sum == null ? 0 : sum.nanos().sum();
    }

    /** How often it was waited for. */
    public long times(TimePart part) {
        Sum sum = sums.get(part);
        return sum == null ? 0 : sum.times().sum();
    }

    /** Of all parts together. */
    public long nanos() {
        return sums.values().stream().mapToLong(sum -> sum.nanos().sum()).sum();
    }
}
