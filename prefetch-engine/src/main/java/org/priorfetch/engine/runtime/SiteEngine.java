package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.util.List;
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
import org.priorfetch.engine.cli.HomeUnusableException;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.settings.SiteChange;
import org.priorfetch.engine.settings.SiteFile;
import org.priorfetch.engine.settings.SiteSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The engine of a home folder whose settings may change while it runs, or may be missing. In front of it stands the
 * admin's lock.
 */
final class SiteEngine implements PrefetchEngine {

    private static final Logger LOG = LoggerFactory.getLogger(SiteEngine.class);

    private static final SiteChange ALL = new SiteChange(List.of("all"));

    private final CurrentEngine current;
    private final EngineExchange exchange;
    private final SiteFile file;
    private final SiteTrouble trouble;
    private final SiteSaving saving;
    private final AdminGuard guard;
    private final HomeDesk desk;
    private @Nullable SiteSettings settings;
    private @Nullable SiteWatch watch;
    private boolean started;
    private boolean closed;

    /**
     * @param settings null to begin without any
     * @throws HomeUnusableException when the settings are there and cannot be worked with
     */
    SiteEngine(EngineMaker maker, @Nullable SiteSettings settings, AdminLock lock, SiteFile file)
            throws HomeUnusableException {
        this.settings = settings;
        this.current = new CurrentEngine(settings == null ? maker.makeIdle() : maker.make(settings));
        this.guard = new AdminGuard(lock, file);
        this.exchange = new EngineExchange(maker, current);
        this.file = file;
        this.trouble = new SiteTrouble(file.path(), maker.clock());
        this.saving = new SiteSaving(file, maker.clock(), this::takeOver, trouble);
        this.desk = new HomeDesk(lock, saving, new PeerTrial(file, maker.clock()));
    }

    @Override
    public synchronized void start() {
        started = true;
        current.get().start();
        watchFile();
    }

    private void watchFile() {
        try {
            SiteWatch watching = new SiteWatch(file.path(), file::version,
                    () -> saving.takeOverFile(isConfigured()), SiteWatch.POLL);
            watch = watching;
            watching.start();
        } catch (IOException unwatched) {
            LOG.warn("Changes of {} by hand are not seen until the next start: {}", file.path(),
                    unwatched.toString());
        }
    }

    private synchronized boolean isConfigured() {
        return settings != null;
    }

    @Override
    public EngineSnapshot snapshot() {
        return trouble.shownIn(current.snapshot());
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener) {
        return current.subscribe(snapshot -> listener.accept(trouble.shownIn(snapshot)));
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
     * Works with these settings from now on. Other limits are told to the engine, which goes on; else what was under way is
     * resumed at the instance. When they cannot be worked with, it goes on with the old ones and answers why.
     */
    synchronized Optional<Message> takeOver(SiteSettings fresh) {
        if (closed) {
            return Optional.of(Message.of("site.takingOver"));
        }
        SiteChange change = settings == null ? ALL : SiteChange.between(settings, fresh);
        return switch (change.effect()) {
            case NONE -> Optional.empty();
            case LIVE -> adjusted(fresh);
            case RESTART -> replaced(fresh, change);
        };
    }

    private Optional<Message> adjusted(SiteSettings fresh) {
        if (current.get() instanceof Adjustable engine) {
            LOG.info("Other limits are taken over");
            engine.adjust(fresh);
            settings = fresh;
            return Optional.empty();
        }
        return replaced(fresh, ALL);
    }

    private Optional<Message> replaced(SiteSettings fresh, SiteChange change) {
        LOG.info("Settings are taken over, changed are {}", change.sections());
        EngineExchange.Outcome outcome = exchange.replace(fresh, settings, started);
        settings = outcome.settings();
        return outcome.failure();
    }

    @Override
    public synchronized void close() {
        closed = true;
        SiteWatch watching = watch;
        if (watching != null) {
            watching.close();
        }
        current.get().close();
    }
}
