package org.priorfetch.app.lock;

import java.time.Duration;

import javafx.animation.PauseTransition;

/** Calls somebody when nothing has happened for a while. */
interface IdleTimer {

    /** Begins anew to wait. */
    void restart(Duration patience, Runnable tired);

    void stop();

    /** Waits on the FX thread. */
    static IdleTimer onScreen() {
        PauseTransition pause = new PauseTransition();
        return new IdleTimer() {

            @Override
            public void restart(Duration patience, Runnable tired) {
                pause.stop();
                pause.setDuration(javafx.util.Duration.millis((double) patience.toMillis()));
                pause.setOnFinished(_ -> tired.run());
                pause.play();
            }

            @Override
            public void stop() {
                pause.stop();
            }
        };
    }
}
