package org.priorfetch.app.bridge;

import com.sun.glass.ui.Timer;
import com.sun.javafx.tk.Toolkit;
import java.lang.reflect.Field;

/**
 * Lets JavaFX's clock rest on Linux while there is nothing to draw. JavaFX pauses it then, but the one for GTK ignores that
 * and wakes the process 60 times a second. This reaches into JavaFX: where it finds something else than it knows, it leaves
 * all as it is.
 */
final class RestingPulse extends Timer {

    private static final String WITHOUT_PAUSE = "com.sun.glass.ui.gtk.GtkTimer";

    private final Timer clock;
    private final int period;

    private RestingPulse(Timer clock, int period) {
        super(() -> {});
        this.clock = clock;
        this.period = period;
    }

    /** Takes effect once; called on the FX thread, when the toolkit runs. */
    static void install() {
        try {
            Toolkit toolkit = Toolkit.getToolkit();
            Field pulse = opened(toolkit, "pulseTimer");
            int period = opened(toolkit, "PULSE_INTERVAL").getInt(toolkit);
            synchronized (toolkit) { // as the toolkit itself does to pause it
                if (pulse.get(toolkit) instanceof Timer clock && clock.getClass().getName().equals(WITHOUT_PAUSE)
                        && clock.isRunning()) {
                    pulse.set(toolkit, new RestingPulse(clock, period));
                }
            }
        } catch (ReflectiveOperationException | RuntimeException | LinkageError _) {
            // the clock goes on as it always did
        }
    }

    private static Field opened(Toolkit toolkit, String name) throws NoSuchFieldException {
        Field field = toolkit.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field;
    }

    @Override
    public synchronized void pause() {
        clock.stop();
    }

    @Override
    public synchronized void resume() {
        if (!clock.isRunning()) {
            clock.start(period);
        }
    }

    @Override
    public synchronized void start(int wanted) {
        clock.start(wanted);
    }

    @Override
    public synchronized void start() {
        clock.start();
    }

    @Override
    public synchronized void stop() {
        clock.stop();
    }

    @Override
    public synchronized boolean isRunning() {
        return clock.isRunning();
    }

    @Override
    protected long _start(Runnable runnable) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected long _start(Runnable runnable, int wanted) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void _stop(long handle) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void _pause(long handle) {
        throw new UnsupportedOperationException();
    }

    @Override
    protected void _resume(long handle) {
        throw new UnsupportedOperationException();
    }
}
