package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketOption;
import java.util.Set;

import jdk.net.ExtendedSocketOptions;

/**
 * What this system allows against acknowledgements that wait for company, found out from the options that its sockets have
 * and not from its name. Linux has TCP_QUICKACK. Windows and macOS let nobody but the administrator choose, for all
 * connections; Java reaches no option of theirs.
 */
@FunctionalInterface
interface Acknowledgements {

    /** Nothing can be done here. */
    Acknowledgements LEFT_TO_THE_SYSTEM = socket -> {};

    /** To be called before each read, since the system falls back by itself. */
    void hurry(Socket socket) throws IOException;

    static Acknowledgements of(Set<SocketOption<?>> supported) {
        return supported.contains(ExtendedSocketOptions.TCP_QUICKACK)
                ? socket -> socket.setOption(ExtendedSocketOptions.TCP_QUICKACK, true)
                : LEFT_TO_THE_SYSTEM;
    }
}
