package org.priorfetch.engine.runtime;

import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.admin.AdminLock;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.RulesCommand;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.cli.HomeUnusableException;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.settings.SiteFile;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.store.StoreException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine of a home folder whose settings may change while it runs, or may be missing. In front of it stands the
 * admin's lock.
 */
final class SiteEngine implements PrefetchEngine {

    private static final Logger LOG = LoggerFactory.getLogger(SiteEngine.class);

    private final EngineMaker maker;
    private final CurrentEngine current;
    private final AdminGuard guard;
    private final HomeDesk desk;
    private @Nullable SiteSettings settings;
    private boolean started;
    private boolean closed;

    /**
     * @param settings null to begin without any
     * @throws HomeUnusableException when the settings are there and cannot be worked with
     */
    SiteEngine(EngineMaker maker, @Nullable SiteSettings settings, AdminLock lock, SiteFile file)
            throws HomeUnusableException {
        this.maker = maker;
        this.settings = settings;
        this.current = new CurrentEngine(settings == null ? maker.makeIdle() : maker.make(settings));
        this.guard = new AdminGuard(lock, file);
        this.desk = new HomeDesk(lock, new SiteSaving(file, maker.clock(), this::takeOver),
                new PeerTrial(file, maker.clock()));
    }

    @Override
    public synchronized void start() {
        started = true;
        current.get().start();
    }

    @Override
    public EngineSnapshot snapshot() {
        return current.snapshot();
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener) {
        return current.subscribe(listener);
    }

    @Override
    @SuppressWarnings("unchecked") // the desk answers as the command states
    public <R> R submit(EngineCommand<R> command) throws CommandFailedException {
        guard.require(command);
        return switch (command) {
            case SiteCommand.OfHome<?> own -> (R) desk.carryOut(own);
            case RulesCommand.OfFile<?> own -> (R) desk.carryOut(own);
            default -> current.submit(command);
        };
    }

    /**
     * Works with these settings from now on. What was under way is resumed at the instance. When they cannot be worked
     * with, it goes on with the old ones and answers why.
     */
    synchronized Optional<Message> takeOver(SiteSettings fresh) {
        if (closed) {
            return Optional.of(Message.of("site.takingOver"));
        }
        PrefetchEngine old = current.get();
        EngineSnapshot last = old.snapshot();
        IdleEngine between = maker.makeInBetween(last);
        between.start();
        current.become(between);
        closeQuietly(old);
        try {
            current.become(begun(fresh, last));
            settings = fresh;
            return Optional.empty();
        } catch (HomeUnusableException unusable) {
            LOG.warn("The new settings cannot be worked with: {}", unusable.getMessage());
            current.become(before(last));
            return Optional.of(unusable.explanation());
        } finally {
            between.close();
        }
    }

    private PrefetchEngine before(EngineSnapshot last) {
        try {
            return settings == null ? idle() : begun(settings, last);
        } catch (HomeUnusableException unusable) {
            LOG.error("The old settings cannot be worked with any more either: {}", unusable.getMessage());
            settings = null;
            return idle();
        }
    }

    private PrefetchEngine idle() {
        PrefetchEngine idle = maker.makeIdle();
        idle.start();
        return idle;
    }

    /** An engine with these settings, at work where it is to be. One that cannot begin leaves nothing open. */
    private PrefetchEngine begun(SiteSettings wanted, EngineSnapshot last) throws HomeUnusableException {
        try {
            PrefetchEngine next = maker.make(wanted);
            if (last.paused() && last.pausedUntil() == null) {
                pause(next);
            }
            if (started) {
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

    private static void closeQuietly(PrefetchEngine engine) {
        try {
            engine.close();
        } catch (RuntimeException failure) {
            LOG.warn("An engine did not close cleanly", failure);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        current.get().close();
    }
}
