package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;

/** A server socket whose connections are guarded. */
final class GuardedServer extends ServerSocket {

    GuardedServer() throws IOException {
        setReuseAddress(true);
    }

    @Override
    public Socket accept() throws IOException {
        GuardedSocket socket = new GuardedSocket(RateLimit.of(null));
        implAccept(socket);
        return socket;
    }
}
