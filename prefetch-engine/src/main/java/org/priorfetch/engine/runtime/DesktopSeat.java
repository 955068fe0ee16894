package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineGoneException;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.ProgramCommand;
import org.priorfetch.engine.channel.ChannelClient;
import org.priorfetch.engine.channel.ChannelServer;
import org.priorfetch.engine.cli.EngineHost;
import org.priorfetch.engine.cli.HomeUnusableException;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.store.HomeInUseException;
import org.priorfetch.engine.store.HomeLock;
import org.priorfetch.engine.store.StoreException;
import org.slf4j.LoggerFactory;

/**
 * The place of the one desktop on a home folder: a lock, and a channel of its own on which others ask for the window. Apart
 * from the engine's, because the engine may run in another process, and may be closing still when its window is gone.
 */
final class DesktopSeat implements EngineHost.Seat {

    private static final String FOLDER = "desktop";
    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final Path home;
    private final HomeLock lock;
    private final BooleanSupplier reveal;
    private @Nullable ChannelServer channel;
    private boolean closed;

    private DesktopSeat(Path home, HomeLock lock, BooleanSupplier reveal) {
        this.home = home;
        this.lock = lock;
        this.reveal = reveal;
    }

    /**
     * Takes the seat. Empty when another process has it and has brought its window to the front. One that is just starting
     * or ending is waited for.
     *
     * @throws HomeInUseException when it neither shows its window nor ends in time
     * @throws StoreException when the folder cannot be written
     */
    static Optional<EngineHost.Seat> take(Path home, BooleanSupplier reveal, Clock clock) {
        Path folder = home.resolve(FOLDER);
        Cancellation interrupted = new Cancellation();
        Instant end = clock.now().plus(PATIENCE);
        while (true) {
            try {
                return Optional.of(new DesktopSeat(home, HomeLock.acquire(folder), reveal));
            } catch (HomeInUseException taken) {
                if (isRevealed(folder)) {
                    return Optional.empty();
                }
                if (clock.now().isAfter(end) || !clock.pause(BETWEEN_TRIES, interrupted)) {
                    throw taken;
                }
            }
        }
    }

    @Override
    public synchronized void announce() throws HomeUnusableException {
        if (channel != null || closed) {
            return;
        }
        try {
            channel = ChannelServer.open(new Doorbell(reveal), home.resolve(FOLDER));
        } catch (IOException noPort) {
            throw new HomeUnusableException(Message.of("store.notWritable", home));
        }
    }

    private static boolean isRevealed(Path folder) {
        Optional<PrefetchEngine> other = ChannelClient.connect(folder);
        if (other.isEmpty()) {
            return false;
        }
        try (PrefetchEngine desktop = other.get()) {
            return desktop.submit(new ProgramCommand.RevealWindow());
        } catch (CommandFailedException | EngineGoneException notNow) {
            LoggerFactory.getLogger(DesktopSeat.class).debug("The other desktop does not show its window.", notNow);
            return false;
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (channel != null) {
            channel.close();
        }
        lock.close();
    }
}
