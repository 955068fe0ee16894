package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.admin.AdminLock;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.channel.ChannelClient;
import org.priorfetch.engine.cli.EngineHost;
import org.priorfetch.engine.cli.HomeUnusableException;
import org.priorfetch.engine.demo.SimulatedHospital;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.settings.SiteFile;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.store.DatabaseStore;
import org.priorfetch.engine.store.HomeInUseException;
import org.priorfetch.engine.store.HomeLock;
import org.priorfetch.engine.store.StoreException;
import org.priorfetch.engine.transfer.Pause;

/** The whole program, for its commands. */
public final class LocalHost implements EngineHost {

    private static final String LOG_PROPERTY = "priorfetch.log";
    private static final String SETTINGS = "site.yaml";
    private static final int TRANSFERS_SHOWN = 100;
    private static final int CARRIED_TWICE_LOOKED_AT = 10_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);
    private static final int LOOKS = 50;

    private final Supplier<Optional<Window>> window;

    /**
     * @param window gives the desktop window; empty without a display
     */
    public LocalHost(Supplier<Optional<Window>> window) {
        this.window = window;
    }

    @Override
    public Optional<PrefetchEngine> attach(Path home) {
        log(home);
        return ChannelClient.connect(home);
    }

    @Override
    public Optional<PrefetchEngine> attachBegun(Path home) {
        Cancellation never = new Cancellation();
        Optional<PrefetchEngine> begun = attach(home);
        for (int looks = LOOKS; looks > 0 && begun.isEmpty() && !never.await(BETWEEN_LOOKS); looks--) {
            begun = attach(home);
        }
        return begun;
    }

    @Override
    public PrefetchEngine compose(Path home, SiteSettings settings) throws HomeUnusableException {
        return own(home, settings);
    }

    @Override
    public PrefetchEngine composeWithoutSettings(Path home) throws HomeUnusableException {
        return own(home, null);
    }

    private PrefetchEngine own(Path home, @Nullable SiteSettings settings) throws HomeUnusableException {
        log(home);
        SystemClock clock = new SystemClock();
        HomeLock lock = acquire(home);
        try {
            SiteEngine engine = new SiteEngine(new EngineMaker(home, clock, LocalHost::person), settings,
                    new AdminLock(home, clock::now), new SiteFile(home.resolve(SETTINGS)));
            return new OwnedEngine(engine, home, lock);
        } catch (HomeUnusableException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /** The account that the program runs under. */
    private static String person() {
        return System.getProperty("user.name", "");
    }

    private static HomeLock acquire(Path home) throws HomeUnusableException {
        try {
            return HomeLock.acquire(home);
        } catch (HomeInUseException inUse) {
            throw HomeUnusableException.inUse(home);
        } catch (StoreException unusable) {
            throw new HomeUnusableException(unusable.explanation());
        }
    }

    @Override
    public Optional<EngineSnapshot> stored(Path home, SiteSettings settings) throws HomeUnusableException {
        return reading(home, settings, repositories -> {
            AppointmentBook book = new AppointmentBook(repositories.appointments());
            Horizon horizon = new Horizon(settings, new SystemClock());
            Map<Long, Long> twice = repositories.jobs().carriedTwice(CARRIED_TWICE_LOOKED_AT);
            return new SnapshotAssembler(twice).assemble(new SnapshotAssembler.Parts(Instant.now(), Pause.NONE, false,
                    horizon.within(book.entries()),
                    repositories.jobs().recent(TRANSFERS_SHOWN).stream().map(LocalHost::asLeft).toList(), Map.of(),
                    PeerBoard.whenStopped(settings, repositories.peers()), List.of(),
                    needsReview(book, repositories), repositories.deliveryTests().latest().orElse(null),
                    Outlook.NONE, Map.of()));
        });
    }

    /** A program that was killed could not say of its jobs that nobody works on them any more. */
    private static TransferJob asLeft(TransferJob job) {
        return job.left(Reason.of("runtime.leftUnderWay"), job.updated());
    }

    private static int needsReview(AppointmentBook book, Repositories repositories) {
        SystemClock clock = new SystemClock();
        return new ReviewList(book::entries, new TroubledJobs(repositories.jobs())::all,
                new DecisionBook(repositories.reviews(), clock, LocalHost::person), clock, false).count();
    }

    @Override
    public List<LedgerEntry> storedLedger(Path home, SiteSettings settings, Instant from, Instant to)
            throws HomeUnusableException {
        return reading(home, settings, repositories -> new ArrayList<>(repositories.ledger().between(from, to)))
                .orElseGet(ArrayList::new);
    }

    private <T> Optional<T> reading(Path home, SiteSettings settings, Function<Repositories, T> use)
            throws HomeUnusableException {
        log(home);
        String url = settings.databaseUrl();
        try {
            Optional<Repositories> stored = url == null ? DatabaseStore.readOnly(home)
                    : Optional.of(DatabaseStore.open(url, Instant::now));
            if (stored.isEmpty()) {
                return Optional.empty();
            }
            try (Repositories repositories = stored.get()) {
                return Optional.of(use.apply(repositories));
            }
        } catch (StoreException unusable) {
            throw new HomeUnusableException(unusable.explanation());
        }
    }

    @Override
    public Demo demo(Path home) throws HomeUnusableException {
        log(home);
        try {
            SimulatedHospital.forgetReceived(home);
            SimulatedHospital hospital = SimulatedHospital.start(home, LocalDateTime.now(new SystemClock().zone()));
            forgetEarlierRuns(home);
            return hospital::close;
        } catch (HomeInUseException inUse) {
            throw HomeUnusableException.inUse(home);
        } catch (IOException failure) {
            throw new HomeUnusableException(
                    Message.of("runtime.demoFailed", home, String.valueOf(failure.getMessage())));
        }
    }

    /** Each demo begins with an empty book; the hospital has made sure that the folder belongs to a demo. */
    private static void forgetEarlierRuns(Path home) {
        try (HomeLock _ = HomeLock.acquire(home)) {
            DatabaseStore.erase(home);
        }
    }

    @Override
    public Optional<Window> window() {
        return window.get();
    }

    @Override
    public Optional<Seat> seat(Path home, BooleanSupplier reveal) throws HomeUnusableException {
        log(home);
        try {
            return DesktopSeat.take(home, reveal, new SystemClock());
        } catch (HomeInUseException inUse) {
            throw HomeUnusableException.inUse(home);
        } catch (StoreException unusable) {
            throw new HomeUnusableException(unusable.explanation());
        }
    }

    /** Also tells the log, before it is first written to, where it belongs. */
    @Override
    public Path log(Path home) {
        Path file = home.resolve("log").resolve("priorfetch.log");
        System.setProperty(LOG_PROPERTY, file.toString());
        return file;
    }
}
