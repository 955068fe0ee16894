package org.priorfetch.app.bridge;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Does what was asked of a subject one after the other, and different subjects side by side. Guarded by itself. */
final class Queues implements AutoCloseable {

    private static final int MOST_WAITING = 100;

    /** A subject of which something is being done, with what waits behind it. */
    private final Map<Subject, Deque<Runnable>> busy = new EnumMap<>(Subject.class);
    private boolean closed;

    /** Whether it was taken; not where too much waits already. */
    synchronized boolean add(Subject subject, Runnable work) {
        if (closed) {
            return true;
        }
        Deque<Runnable> waiting = busy.get(subject);
        if (waiting == null) {
            busy.put(subject, new ArrayDeque<>());
            Thread.ofVirtual().name("commands-" + subject).start(() -> carryOut(subject, work));
            return true;
        }
        return waiting.size() < MOST_WAITING && waiting.add(work);
    }

    private void carryOut(Subject subject, Runnable first) {
        for (Runnable next = first; next != null; next = next(subject)) {
            next.run();
        }
    }

    private synchronized @Nullable Runnable next(Subject subject) {
        Deque<Runnable> waiting = busy.get(subject);
        Runnable next = waiting == null ? null : waiting.poll();
        if (next == null) {
            busy.remove(subject);
        }
        return next;
    }

    /** What waits is not begun any more. */
    @Override
    public synchronized void close() {
        closed = true;
        busy.values().forEach(Deque::clear);
    }
}
