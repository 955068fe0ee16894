package org.priorfetch.engine.runtime;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.PrefetchEngine.Subscription;
import org.priorfetch.engine.model.Message;

/** The engine that works at the moment. Subscriptions stay when another one takes its place. */
final class CurrentEngine {

    /** What the engine before had still to tell when the next one spoke is not told any more. */
    private static final class InOrder implements Consumer<EngineSnapshot> {

        private final Consumer<EngineSnapshot> listener;
        private long last = Long.MIN_VALUE;

        InOrder(Consumer<EngineSnapshot> listener) {
            this.listener = listener;
        }

        @Override
        public synchronized void accept(EngineSnapshot next) {
            if (next.sequence() >= last) {
                last = next.sequence();
                listener.accept(next);
            }
        }
    }

    private final Map<Object, Consumer<EngineSnapshot>> listeners = new HashMap<>();
    private final Map<Object, Subscription> subscriptions = new HashMap<>();
    private volatile PrefetchEngine engine;

    CurrentEngine(PrefetchEngine first) {
        this.engine = first;
    }

    PrefetchEngine get() {
        return engine;
    }

    synchronized void become(PrefetchEngine next) {
        subscriptions.values().forEach(Subscription::close);
        engine = next;
        subscriptions.replaceAll((ticket, _) -> next.subscribe(listeners.getOrDefault(ticket, _ -> {})));
    }

    synchronized Subscription subscribe(Consumer<EngineSnapshot> listener) {
        Object ticket = new Object();
        InOrder inOrder = new InOrder(listener);
        listeners.put(ticket, inOrder);
        subscriptions.put(ticket, engine.subscribe(inOrder));
        return () -> unsubscribe(ticket);
    }

    private synchronized void unsubscribe(Object ticket) {
        listeners.remove(ticket);
        Subscription subscription = subscriptions.remove(ticket);
        if (subscription != null) {
            subscription.close();
        }
    }

    EngineSnapshot snapshot() {
        PrefetchEngine asked = engine;
        try {
            return asked.snapshot();
        } catch (RuntimeException failure) {
            if (asked.equals(engine)) {
                throw failure;
            }
            return engine.snapshot();
        }
    }

    /** What fails because its engine is being replaced is refused, and can be tried again. */
    <R> R submit(EngineCommand<R> command) throws CommandFailedException {
        PrefetchEngine asked = engine;
        try {
            return asked.submit(command);
        } catch (RuntimeException failure) {
            if (asked.equals(engine)) {
                throw failure;
            }
            throw new CommandFailedException(Message.of("site.takingOver"));
        }
    }
}
