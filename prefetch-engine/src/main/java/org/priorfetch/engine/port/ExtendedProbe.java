package org.priorfetch.engine.port;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ProbeStep;

/** Tries a peer out and, as one more step at the end, another service that belongs to it. */
public interface ExtendedProbe extends PeerProbe {

    PeerProbe peer();

    /** The step at the other service. */
    CheckStep more();

    /** That step alone. */
    ProbeStep tryMore();

    @Override
    default String name() {
        return peer().name();
    }

    @Override
    default List<CheckStep> steps() {
        return Stream.concat(peer().steps().stream(), Stream.of(more())).toList();
    }

    @Override
    default ProbeStep probe(CheckStep step) {
        return step == more() ? tryMore() : peer().probe(step);
    }

    /**
     * How that step ended.
     *
     * @param begun by {@link System#nanoTime()}
     * @param advice what to do; null when it passed
     */
    default ProbeStep ended(long begun, Message detail, @Nullable Message advice) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        return new ProbeStep(more().word(), advice == null, millis, detail, advice, false);
    }
}
