package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.cli.HomeUnusableException;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.store.DatabaseStore;
import org.priorfetch.engine.store.StoreException;

/** Makes engines on a home folder that this process owns, one after the other. Their snapshots are counted on. */
class EngineMaker {

    private final Path home;
    private final Clock clock;
    private final Supplier<String> person;
    private final AtomicLong sequence = new AtomicLong();

    EngineMaker(Path home, Clock clock, Supplier<String> person) {
        this.home = home;
        this.clock = clock;
        this.person = person;
    }

    Clock clock() {
        return clock;
    }

    /** @throws HomeUnusableException when the database or the storage port cannot be used */
    PrefetchEngine make(SiteSettings settings) throws HomeUnusableException {
        try {
            return on(open(settings), settings);
        } catch (StoreException unusable) {
            throw new HomeUnusableException(unusable.explanation());
        } catch (IOException taken) {
            throw new HomeUnusableException(Message.of("runtime.portTaken", settings.self().host(),
                    String.valueOf(settings.self().port())));
        }
    }

    IdleEngine makeIdle() {
        return IdleEngine.withoutSettings(sequence, clock);
    }

    /** Stands in while one engine takes another's place. */
    IdleEngine makeInBetween(EngineSnapshot last) {
        return IdleEngine.inBetween(last, sequence, clock);
    }

    private LocalEngine on(Repositories repositories, SiteSettings settings) throws IOException {
        try {
            return on(EngineParts.of(settings, home, repositories, clock, true, person));
        } catch (IOException | RuntimeException failure) {
            repositories.close();
            throw failure;
        }
    }

    private LocalEngine on(EngineParts parts) throws IOException {
        try {
            return new LocalEngine(parts, sequence);
        } catch (RuntimeException failure) {
            parts.connections().close();
            throw failure;
        }
    }

    private Repositories open(SiteSettings settings) {
        String url = settings.databaseUrl();
        return url == null ? DatabaseStore.open(home, Instant::now) : DatabaseStore.open(url, Instant::now);
    }
}
