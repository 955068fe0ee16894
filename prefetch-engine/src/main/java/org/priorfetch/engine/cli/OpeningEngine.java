package org.priorfetch.engine.cli;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.model.Message;

/**
 * An engine that is opened in the background when it is started, so that its window need not wait for it. Who subscribes
 * hears from it once it works, and commands are carried out then.
 */
final class OpeningEngine implements PrefetchEngine {

    private static final Duration LONGEST_CLOSING = Duration.ofMinutes(1);

    private final Callable<PrefetchEngine> opening;
    private final CompletableFuture<PrefetchEngine> opened = new CompletableFuture<>();
    private final AtomicBoolean started = new AtomicBoolean();

    private OpeningEngine(Callable<PrefetchEngine> opening) {
        this.opening = opening;
    }

    /** Not started yet. */
    static OpeningEngine of(Callable<PrefetchEngine> opening) {
        return new OpeningEngine(opening);
    }

    /** Whatever keeps it from opening, the one who waits is told. */
    private void open() {
        try {
            PrefetchEngine engine = opening.call();
            startOrClose(engine);
            opened.complete(engine);
        } catch (Exception | Error failure) {
            opened.completeExceptionally(failure);
        }
    }

    private static void startOrClose(PrefetchEngine engine) {
        try {
            engine.start();
        } catch (RuntimeException failure) {
            engine.close();
            throw failure;
        }
    }

    /** Called at once when the opening has failed already. */
    void onFailure(Runnable action) {
        var _ = opened.whenComplete((_, failure) -> {
            if (failure != null) {
                action.run();
            }
        });
    }

    /** Throws what kept the engine from opening, if anything has by now. */
    void throwFailure() throws CommandException, HomeUnusableException {
        if (!opened.isCompletedExceptionally() || opened.isCancelled()) {
            return;
        }
        switch (opened.exceptionNow()) {
            case CommandException refused -> throw refused;
            case HomeUnusableException unusable -> throw unusable;
            case RuntimeException defect -> throw defect;
            case Error defect -> throw defect;
            case Throwable other -> throw new IllegalStateException(other);
        }
    }

    /** Opens the engine and starts it; a second call does nothing. */
    @Override
    public void start() {
        if (started.compareAndSet(false, true)) {
            Thread.ofVirtual().name("opening").start(this::open);
        }
    }

    @Override
    public EngineSnapshot snapshot() {
        return opened.join().snapshot();
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener) {
        return subscribe(listener, () -> {});
    }

    @Override
    public Subscription subscribe(Consumer<EngineSnapshot> listener, Runnable gone) {
        AtomicBoolean ended = new AtomicBoolean();
        CompletableFuture<Subscription> subscription = opened
                .thenApply(engine -> engine.subscribe(snapshot -> handUnless(ended, snapshot, listener), gone));
        return () -> {
            ended.set(true);
            var _ = subscription.thenAccept(Subscription::close);
        };
    }

    private static void handUnless(AtomicBoolean ended, EngineSnapshot snapshot, Consumer<EngineSnapshot> listener) {
        if (!ended.get()) {
            listener.accept(snapshot);
        }
    }

    @Override
    public <R> R submit(EngineCommand<R> command) throws CommandFailedException {
        try {
            return opened.get().submit(command);
        } catch (ExecutionException | CancellationException _) {
            throw new CommandFailedException(Message.of("channel.gone"));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(Message.of("channel.gone"));
        }
    }

    /** Also closes one that is still being opened, as soon as it is; one that was not started never will be. */
    @Override
    public void close() {
        if (started.compareAndSet(false, true)) {
            opened.cancel(false);
        }
        CompletableFuture<Void> closed = opened.thenAccept(PrefetchEngine::close);
        try {
            closed.get(LONGEST_CLOSING.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | CancellationException | TimeoutException _) {
            // nothing was opened, or the process ends with it
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
