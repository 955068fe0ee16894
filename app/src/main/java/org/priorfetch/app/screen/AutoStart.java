package org.priorfetch.app.screen;

import java.io.IOException;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.i18n.Texts;

/** Whether the program starts with this person's session, in the tray. May take a moment: not for the FX thread. */
public interface AutoStart {

    /** Whether it can be turned on here. */
    boolean isSupported();

    boolean isOn();

    /**
     * Takes effect at the next session.
     *
     * @throws NotTakenException when the desktop does not take it
     * @throws IOException when its file cannot be written
     */
    void turn(boolean on) throws IOException;

    /** The desktop does not take it. */
    final class NotTakenException extends IOException {

        private static final long serialVersionUID = 1;

        private final String key;
        private final @Nullable Integer exitCode;

        /** @param key of the text that says why */
        public NotTakenException(String key) {
            this(key, null);
        }

        /** @param exitCode of the program that was asked; null where none came to its end */
        public NotTakenException(String key, @Nullable Integer exitCode) {
            super(key);
            this.key = key;
            this.exitCode = exitCode;
        }

        public String words(Texts texts) {
            return exitCode == null ? texts.get(key) : texts.get(key, exitCode);
        }
    }

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
            throw new NotTakenException("desktop.start.unsupported");
        }
    };
}
