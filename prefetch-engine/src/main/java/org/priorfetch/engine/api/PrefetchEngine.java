package org.priorfetch.engine.api;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * The engine: follows the worklists and brings priors into the PACS. All methods may be called from any thread. An engine
 * in another process throws {@link EngineGoneException} from any of them once that process has ended; who has subscribed to
 * it hears of the next one that is started in its place.
 */
public interface PrefetchEngine extends AutoCloseable {

    /** A running engine makes a snapshot that often, also where nothing happens. */
    Duration SIGN_OF_LIFE_EVERY = Duration.ofSeconds(15);

    /** One that makes none for so long has ended or hangs. */
    Duration LONGEST_SILENCE = SIGN_OF_LIFE_EVERY.multipliedBy(3);

    /** Ends a subscription. */
    interface Subscription extends AutoCloseable {

        @Override
        void close();
    }

    /** Begins to work. Returns at once. */
    void start();

    /** What is known now. */
    EngineSnapshot snapshot();

    /**
     * Hands over every new snapshot, at most ten a second, the present one at once. The listener is called on one thread
     * of the engine, in order, and must return quickly.
     */
    Subscription subscribe(Consumer<EngineSnapshot> listener);

    /**
     * The same for who wants to know at once that there is nothing more to be heard.
     *
     * @param gone called on the listener's thread when an engine in another process has ended, until the next one is heard;
     *        never for one in this process
     */
    default Subscription subscribe(Consumer<EngineSnapshot> listener, Runnable gone) {
        return subscribe(listener);
    }

    /**
     * Carries out a command and waits for its answer.
     *
     * @throws CommandFailedException when it cannot be carried out; says why
     */
    <R> R submit(EngineCommand<R> command) throws CommandFailedException;

    /**
     * Stops: what runs is broken off at the instance and resumed at the next start. Bounded to some seconds. Closing twice
     * does no harm; closing an engine in another process only lets go of it.
     */
    @Override
    void close();
}
