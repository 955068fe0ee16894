package org.priorfetch.app.launch;

import javafx.collections.ListChangeListener;
import javafx.stage.Window;

/** Whether any window stands on the screen, for threads other than the FX thread too. */
final class Seen implements AutoCloseable {

    private final Runnable onOpened;
    private final ListChangeListener<Window> listener = _ -> look();
    private volatile boolean seen;

    /** @param onOpened called on the FX thread when the first window opens */
    Seen(Runnable onOpened) {
        this.onOpened = onOpened;
        Window.getWindows().addListener(listener);
        look();
    }

    boolean now() {
        return seen;
    }

    private void look() {
        boolean before = seen;
        seen = !Window.getWindows().isEmpty();
        if (seen && !before) {
            onOpened.run();
        }
    }

    @Override
    public void close() {
        Window.getWindows().removeListener(listener);
    }
}
