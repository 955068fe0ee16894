package org.priorfetch.app.controls;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Wakes up when the time may be over, and goes on waiting where it was begun anew meanwhile: at every move of the mouse this
 * costs nothing. Unlike a transition it does not keep the screen being drawn.
 */
final class WakingTimer implements IdleTimer {

    /** Does something later, on the thread that this is used on. */
    @FunctionalInterface
    interface Later {

        void in(Duration delay, Runnable work);
    }

    private final LongSupplier nanoTime;
    private final Later later;
    private Runnable tired = () -> {};
    private boolean running;
    private long end;
    private boolean waking;
    private long wakeAt;
    private int wakeNumber;

    WakingTimer(LongSupplier nanoTime, Later later) {
        this.nanoTime = nanoTime;
        this.later = later;
    }

    @Override
    public void restart(Duration patience, Runnable nowTired) {
        tired = nowTired;
        running = true;
        end = nanoTime.getAsLong() + patience.toNanos();
        if (!waking || wakeAt - end > 0) {
            wakeAtTheEnd();
        }
    }

    @Override
    public void stop() {
        running = false;
        tired = () -> {};
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void wakeAtTheEnd() {
        waking = true;
        wakeAt = end;
        int number = ++wakeNumber;
        // a millisecond more, because the delay is told in whole ones
        later.in(Duration.ofNanos(Math.max(0, end - nanoTime.getAsLong())).plusMillis(1), () -> wake(number));
    }

    private void wake(int number) {
        if (number != wakeNumber) {
            return;
        }
        waking = false;
        if (running && end - nanoTime.getAsLong() > 0) {
            wakeAtTheEnd();
        } else if (running) {
            Runnable over = tired;
            stop();
            over.run();
        }
    }
}
