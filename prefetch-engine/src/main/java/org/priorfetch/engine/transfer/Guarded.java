package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * State that several threads share, reached under one lock only. What is done with it must return quickly and call nobody
 * who waits.
 */
final class Guarded<S> {

    private final S state;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    Guarded(S state) {
        this.state = state;
    }

    <T extends @Nullable Object> T get(Function<S, T> question) {
        lock.lock();
        try {
            return question.apply(state);
        } finally {
            lock.unlock();
        }
    }

    /** Changes it, and wakes whoever waits for a change. */
    void change(Consumer<S> action) {
        boolean _ = update(all -> {
            action.accept(all);
            return true;
        });
    }

    /** The same, and answers what has become of something. */
    <T extends @Nullable Object> T update(Function<S, T> action) {
        lock.lock();
        try {
            T made = action.apply(state);
            changed.signalAll();
            return made;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Asks for something again and again until there is some, or there will be none any more.
     *
     * @param atMost how long to wait for a change before asking again
     */
    <T> Optional<T> await(Function<S, Optional<T>> question, Predicate<S> over, Function<S, Duration> atMost)
            throws InterruptedException {
        lock.lockInterruptibly();
        try {
            Optional<T> answer = Optional.empty();
            while (answer.isEmpty() && !over.test(state)) {
                answer = question.apply(state);
                if (answer.isEmpty()) {
                    boolean _ = changed.await(atMost.apply(state).toNanos(), TimeUnit.NANOSECONDS);
                }
            }
            return answer;
        } finally {
            lock.unlock();
        }
    }

    /** Waits until it is so; answers whether it is. */
    boolean await(Predicate<S> condition, Duration atMost) throws InterruptedException {
        lock.lockInterruptibly();
        try {
            long patience = atMost.toNanos();
            while (!condition.test(state) && patience > 0) {
                patience = changed.awaitNanos(patience);
            }
            return condition.test(state);
        } finally {
            lock.unlock();
        }
    }
}
