package org.priorfetch.app.testing;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.priorfetch.app.bridge.Timer;

/** Time passes when the test says so. */
public final class TestTimer implements Timer {

    private record Waiting(Duration delay, Runnable work) {}

    private final List<Waiting> calls = new CopyOnWriteArrayList<>();

    @Override
    public Call after(Duration delay, Runnable work) {
        Waiting waiting = new Waiting(delay, work);
        calls.add(waiting);
        return () -> calls.remove(waiting);
    }

    /** What waits now, by when it is due. */
    public List<Duration> waiting() {
        return calls.stream().map(Waiting::delay).toList();
    }

    /** Does what waits now, and not what that asks for. */
    public void fire() {
        List<Waiting> due = List.copyOf(calls);
        calls.removeAll(due);
        due.forEach(call -> call.work().run());
    }
}
