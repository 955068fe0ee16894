package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;

import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TimeSplit;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;

/**
 * Where the time of one try goes: what is done alone, and what the lanes do side by side. Written by the lanes, read by
 * whoever wants to know.
 */
public final class TryTimes {

    /** What is done alone. */
    interface Work<T, E extends Exception> {
        T run() throws PeerException, E;
    }

    private final long begun = System.nanoTime();
    private final SpentTime alone = new SpentTime();
    private final SpentTime lanes;
    /** How long lanes were at work, their waits included; what is not a wait is ours. */
    private final SpentTime worked = new SpentTime();
    /** Of that, how long they waited for each other: who is waited for notes what it is. */
    private final SpentTime forOthers = new SpentTime();

    /** Where nobody asks what came in vain. */
    TryTimes() {
        this(_ -> {});
    }

    /** @param inVain told how many bytes the lanes carried and have to carry once more */
    TryTimes(LongConsumer inVain) {
        this.lanes = new SpentTime(inVain);
    }

    <T, E extends Exception> T alone(TimePart part, Work<T, E> work) throws PeerException, E {
        try (SpentTime.Wait _ = alone.waiting(part)) {
            return work.run();
        }
    }

    /** Where the lanes note what they wait for. */
    SpentTime lanes() {
        return lanes;
    }

    /** The same asking, with its time added to that of the lanes. */
    LaneWork.Asking timed(LaneWork.Asking asking) {
        return new LaneWork.Asking() {
            @Override
            public void begun(RetrieveRequest request) {
                asking.begun(request);
            }

            @Override
            public void ask(RetrieveRequest request, InstanceReceiver receiver, Cancellation stop)
                    throws PeerException {
                try (SpentTime.Wait _ = worked.waiting(TimePart.OURS)) {
                    asking.ask(request, receiver, stop);
                }
            }

            @Override
            public boolean isToMakeWay() {
                return asking.isToMakeWay();
            }
        };
    }

    /** No lane was free for so long. */
    void waitedForLane(long nanos) {
        lanes.add(TimePart.SLOT, nanos);
        laneWorked(nanos);
    }

    /** A lane has worked for so long, its waits included. */
    void laneWorked(long nanos) {
        worked.add(TimePart.OURS, nanos);
    }

    /** A lane waits for others of them. */
    boolean awaitOthers(BooleanSupplier waiting) {
        try (SpentTime.Wait _ = forOthers.waiting(TimePart.OURS)) {
            return waiting.getAsBoolean();
        }
    }

    /** Whether the source sent every instance only after the one before was answered for; false where nobody knows. */
    boolean cameOneAtATime() {
        return lanes.cameOneAtATime();
    }

    /** As it is now. */
    public TimeSplit split() {
        return split(System.nanoTime() - begun);
    }

    TimeSplit split(long tookNanos) {
        Map<TimePart, TimeSplit.Part> parts = new EnumMap<>(TimePart.class);
        long sideBySide = Math.max(0, tookNanos - alone.nanos());
        long ours = Math.max(0, worked.nanos() - forOthers.nanos() - lanes.nanos());
        double scale = (double) sideBySide / Math.max(1, lanes.nanos() + ours);
        for (TimePart part : TimePart.values()) {
            long inLanes = lanes.nanos(part) + (part == TimePart.OURS ? ours : 0);
            long share = alone.nanos(part) + Math.round(inLanes * scale);
            long times = Math.max(1, alone.times(part) + lanes.times(part));
            if (share > 0) {
                parts.put(part, new TimeSplit.Part(Duration.ofNanos(share), times,
                        Duration.ofNanos((alone.nanos(part) + inLanes) / times)));
            }
        }
        return new TimeSplit(Duration.ofNanos(tookNanos), parts);
    }
}
