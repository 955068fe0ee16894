package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.port.PeerProbe;

/** One peer that is tried out beside others. One that does not come to an end takes nothing from what the others have shown. */
final class BoundedCheck {

    private final PeerProbe probe;
    private final List<ProbeStep> done = new CopyOnWriteArrayList<>();
    private final long begun = System.nanoTime();
    private final FutureTask<PeerCheck> check;
    private volatile CheckStep now;

    private BoundedCheck(PeerProbe probe) {
        this.probe = probe;
        this.now = probe.steps().getFirst();
        this.check = new FutureTask<>(new Noting()::probe);
    }

    /** Begins at once, on a thread of its own. */
    static BoundedCheck begin(PeerProbe probe) {
        BoundedCheck begun = new BoundedCheck(probe);
        Thread.ofVirtual().name("check-" + probe.name()).start(begun.check);
        return begun;
    }

    /** What it has shown; where it takes longer than this from its beginning, until then. */
    PeerCheck within(Duration atMost) throws InterruptedException, ExecutionException {
        try {
            return check.get(Math.max(0, atMost.toNanos() - (System.nanoTime() - begun)), TimeUnit.NANOSECONDS);
        } catch (TimeoutException endless) {
            List<ProbeStep> steps = new ArrayList<>(done);
            steps.add(new ProbeStep(now.word(), false, atMost.toMillis(),
                    Message.of("runtime.check.noEnd", probe.name(), String.valueOf(atMost.toSeconds())),
                    Message.of("runtime.check.noEnd.advice", probe.name()), false));
            check.cancel(true);
            return new PeerCheck(probe.name(), steps);
        }
    }

    private final class Noting implements PeerProbe {

        @Override
        public String name() {
            return probe.name();
        }

        @Override
        public List<CheckStep> steps() {
            return probe.steps();
        }

        @Override
        public ProbeStep probe(CheckStep step) {
            now = step;
            ProbeStep result = probe.probe(step);
            done.add(result);
            return result;
        }
    }
}
