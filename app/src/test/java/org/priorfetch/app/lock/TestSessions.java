package org.priorfetch.app.lock;

import java.time.Duration;

import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.IdleTimer;

/** Sessions without a screen, which do not lock by themselves. */
public final class TestSessions {

    private TestSessions() {}

    public static AdminSession on(Commands commands) {
        return new AdminSession(commands, new IdleTimer() {

            @Override
            public void restart(Duration patience, Runnable tired) {}

            @Override
            public void stop() {}

            @Override
            public boolean isRunning() {
                return false;
            }
        });
    }
}
