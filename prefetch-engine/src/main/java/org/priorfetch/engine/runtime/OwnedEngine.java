package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.channel.ChannelServer;
import org.priorfetch.engine.store.HomeLock;

/** The engine that owns a home folder: once it works, other processes of the same user reach it
 * through the channel. */
final class OwnedEngine implements PrefetchEngine {

    private final PrefetchEngine engine;
    private final Path home;
    private final HomeLock lock;
    private final AtomicReference<@Nullable ChannelServer> channel = new AtomicReference<>();

    OwnedEngine(PrefetchEngine engine, Path home, HomeLock lock) {
        this.engine = engine;
        this.home = home;
        this.lock = lock;
    }

    @Override
    public synchronized void start() {
        engine.start();
        openChannel();
    }

    private synchronized void openChannel() {
        if (channel.get() == null) {
            try {
                channel.set(ChannelServer.open(engine, home));
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    @Override
    public EngineSnapshot snapshot() {
        return engine.snapshot();
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener) {
        return engine.subscribe(listener);
    }

    @Override
    public <R> R submit(EngineCommand<R> command) throws CommandFailedException {
        if (command instanceof TransferCommand.FetchStudy) {
            openChannel();
        }
        return engine.submit(command);
    }

    @Override
    public synchronized void close() {
        ChannelServer server = channel.getAndSet(null);
        if (server != null) {
            server.close();
        }
        try {
            engine.close();
        } finally {
            lock.close();
        }
    }
}
