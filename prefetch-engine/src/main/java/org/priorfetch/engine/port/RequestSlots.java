package org.priorfetch.engine.port;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Requests that may be under way at a peer at a time, and no more of them than that. Questions go before images; otherwise first come,
 * first served. Thread-safe.
 */
public final class RequestSlots {

    /** What is asked for. */
    public enum Request {
        /** Studies, which somebody may wait for: after a while images make way. */
        SEARCH,
        /** What a study consists of. */
        LIST, IMAGES;

        private boolean isQuestion() {
            return this != IMAGES;
        }
    }

    /** So long a search waits before images make way for it; then again, if they do not. */
    private static final long CROWDED_NANOS = TimeUnit.MILLISECONDS.toNanos(300);
    private static final long CROWDED_AGAIN_NANOS = TimeUnit.SECONDS.toNanos(2);

    /** After so many questions it is the turn of images that wait. */
    private static final int MOST_IN_ROW = 8;

    private static final long LOOK_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Queue<Object> questions = new ArrayDeque<>();
    private final Queue<Object> others = new ArrayDeque<>();
    private Runnable crowded = () -> {};
    private int atATime;
    private int taken;
    private int questionsInRow;

    /** @param atATime 1 or more */
    public RequestSlots(int atATime) {
        this.atATime = atATime;
    }

    /** From now on this is called, by a thread of its own, where a search waits for images to end. */
    public void whenCrowded(Runnable listener) {
        lock.lock();
        try {
            crowded = listener;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for a place for images as long as it is wanted, which is looked at every now and then. Answers whether there is one.
     *
     * @throws InterruptedException when whoever waits is stopped
     */
    public boolean take(BooleanSupplier unwanted) throws InterruptedException {
        return take(Request.IMAGES, unwanted, Duration.ofNanos(Long.MAX_VALUE));
    }

    /** The same for anything, but no longer than this. */
    public boolean take(Request what, BooleanSupplier unwanted, Duration atMost) throws InterruptedException {
        Queue<Object> waiting = what.isQuestion() ? questions : others;
        Object own = new Object();
        long begun = System.nanoTime();
        long tellAt = what == Request.SEARCH ? CROWDED_NANOS : Long.MAX_VALUE;
        lock.lockInterruptibly();
        try {
            waiting.add(own);
            long waited = 0;
            while (!isNext(own)) {
                long left = atMost.toNanos() - waited;
                if (unwanted.getAsBoolean() || left <= 0) {
                    return false;
                }
                boolean _ = changed.await(Math.min(LOOK_EVERY_NANOS, left), TimeUnit.NANOSECONDS);
                waited = System.nanoTime() - begun;
                if (waited >= tellAt) {
                    Thread.ofVirtual().start(crowded);
                    tellAt = waited + CROWDED_AGAIN_NANOS;
                }
            }
            taken++;
            questionsInRow = what.isQuestion() ? questionsInRow + 1 : 0;
            return true;
        } finally {
            waiting.remove(own);
            changed.signalAll();
            lock.unlock();
        }
    }

    private boolean isNext(Object waiting) {
        boolean isImagesTurn = questions.isEmpty() || (questionsInRow >= MOST_IN_ROW && !others.isEmpty());
        Object next = isImagesTurn ? others.peek() : questions.peek();
        return taken < atATime && waiting.equals(next);
    }

    /** A request has ended. */
    public void release() {
        lock.lock();
        try {
            taken--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** From now on so many; what is too much ends with its work. */
    public void change(int wanted) {
        lock.lock();
        try {
            atATime = wanted;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
