package org.priorfetch.app.screen;

import java.io.IOException;

/** Whether the program starts with this person's session, in the tray. May take a moment: not for the FX thread. */
public interface AutoStart {

    /** Whether it can be turned on here. */
    boolean isSupported();

    boolean isOn();

    /**
     * Takes effect at the next session.
     *
     * @throws IOException when the desktop does not take it; says what failed
     */
    void turn(boolean on) throws IOException;

    /** Where the program cannot be started with the session. */
    AutoStart UNSUPPORTED = new AutoStart() {

        @Override
        public boolean isSupported() {
            return false;
        }

        @Override
        public boolean isOn() {
            return false;
        }

        @Override
        public void turn(boolean on) throws IOException {
            throw new IOException("The program cannot be started with the session here.");
        }
    };
}
