package org.priorfetch.engine.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Somebody else listens on the port that a stale file names. */
@Timeout(30)
class ImpostorTest {

    @TempDir
    Path home;

    @Test
    void learnsNothingAndIsNotBelieved() throws Exception {
        Secret secret = Secret.random();
        try (ServerSocket impostor = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<String> heard = executor.submit(() -> pretend(impostor));
            new AddressFile(home).write(new Address(impostor.getLocalPort(), secret.token(), 1));

            assertThat(ChannelClient.connect(home)).isEmpty();
            assertThat(heard.get()).hasSize(Secret.LENGTH + 1).doesNotContain(secret.token());
        }
    }

    /** Answers with a proof that is none, and returns all that the client said. */
    private static String pretend(ServerSocket impostor) throws IOException {
        try (Socket socket = impostor.accept()) {
            ByteArrayOutputStream heard = new ByteArrayOutputStream();
            heard.write(Line.read(socket.getInputStream(), Secret.LENGTH));
            heard.write('\n');
            Line.write(socket.getOutputStream(), (Secret.nonce() + Secret.nonce()).getBytes(StandardCharsets.US_ASCII));
            heard.write(socket.getInputStream().readAllBytes());
            return heard.toString(StandardCharsets.US_ASCII);
        }
    }
}
