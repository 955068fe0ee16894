package org.priorfetch.engine.port;

import java.io.IOException;
import java.io.InputStream;

/** Reads instances as they are kept in files and sent by HTTP (PS3.10). */
@FunctionalInterface
public interface InstanceReader {

    /** What came is no instance. */
    final class UnreadableException extends IOException {

        private static final long serialVersionUID = 1L;

        public UnreadableException(String message) {
            super(message);
        }
    }

    /**
     * Reads the head of one instance and hands it over while the rest is still to come. Leaves the stream open, and wherever
     * the receiver left it.
     *
     * @throws UnreadableException when it is no DICOM file
     * @throws IOException when it breaks off in its head
     */
    InstanceReceiver.Answer read(InputStream part10, InstanceReceiver receiver) throws IOException;
}
