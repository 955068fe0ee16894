package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.cli.HomeUnusableException;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts an engine with other settings in the place of the one that works. Guarded by its owner. */
final class EngineExchange {

    /**
     * With what is worked now.
     *
     * @param settings null when there are none to work with any more
     * @param failure why they are not the ones that were wanted
     */
    record Outcome(@Nullable SiteSettings settings, Optional<Message> failure) {}

    private static final Logger LOG = LoggerFactory.getLogger(EngineExchange.class);

    /** For instances that are on their way; with the time that a peer may take to hear that no further is wanted. */
    private static final Duration INSTANCES = Duration.ofSeconds(40);

    private final EngineMaker maker;
    private final CurrentEngine current;

    EngineExchange(EngineMaker maker, CurrentEngine current) {
        this.maker = maker;
        this.current = current;
    }

    /**
     * What is on its way arrives, and the next engine goes on at the instance after it. When that one cannot begin, the old
     * settings come back.
     *
     * @param before null where there were none
     * @param atWork whether the next one is to begin
     */
    Outcome replace(SiteSettings fresh, @Nullable SiteSettings before, boolean atWork) {
        PrefetchEngine old = current.get();
        EngineSnapshot last = old.snapshot();
        IdleEngine between = maker.makeInBetween(last);
        between.start();
        current.become(between);
        finish(old);
        try {
            current.become(begun(fresh, last, atWork));
            return new Outcome(fresh, Optional.empty());
        } catch (HomeUnusableException unusable) {
            LOG.warn("The new settings cannot be worked with: {}", unusable.getMessage());
            return new Outcome(backTo(before, last, atWork), Optional.of(unusable.explanation()));
        } finally {
            between.close();
        }
    }

    private @Nullable SiteSettings backTo(@Nullable SiteSettings before, EngineSnapshot last, boolean atWork) {
        try {
            current.become(before == null ? idle() : begun(before, last, atWork));
            return before;
        } catch (HomeUnusableException unusable) {
            LOG.error("The old settings cannot be worked with any more either: {}", unusable.getMessage());
            current.become(idle());
            return null;
        }
    }

    private PrefetchEngine idle() {
        PrefetchEngine idle = maker.makeIdle();
        idle.start();
        return idle;
    }

    /** An engine with these settings, at work where it is to be. One that cannot begin leaves nothing open. */
    private PrefetchEngine begun(SiteSettings wanted, EngineSnapshot last, boolean atWork)
            throws HomeUnusableException {
        try {
            PrefetchEngine next = maker.make(wanted);
            if (last.paused() && last.pausedUntil() == null) {
                pause(next);
            }
            if (atWork) {
                start(next);
            }
            return next;
        } catch (StoreException failure) {
            throw new HomeUnusableException(failure.explanation());
        } catch (RuntimeException defect) {
            LOG.error("An engine could not begin", defect);
            throw new HomeUnusableException(Message.of("runtime.defect"));
        }
    }

    private static void start(PrefetchEngine next) {
        try {
            next.start();
        } catch (RuntimeException failure) {
            closeQuietly(next);
            throw failure;
        }
    }

    /** A pause without an end is written down nowhere; one with an end the next engine takes up by itself. */
    private static void pause(PrefetchEngine next) {
        try {
            next.submit(new TransferCommand.Pause(true, null));
        } catch (CommandFailedException refused) {
            LOG.warn("The pause does not go on: {}", refused.getMessage());
        }
    }

    private static void finish(PrefetchEngine engine) {
        if (engine instanceof Adjustable adjustable) {
            adjustable.finishInstances(INSTANCES);
        }
        closeQuietly(engine);
    }

    private static void closeQuietly(PrefetchEngine engine) {
        try {
            engine.close();
        } catch (RuntimeException failure) {
            LOG.warn("An engine did not close cleanly", failure);
        }
    }
}
