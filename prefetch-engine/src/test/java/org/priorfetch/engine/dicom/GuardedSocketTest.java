package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import jdk.net.ExtendedSocketOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What keeps small messages from waiting, on connections that we open and on those that we accept. */
@Timeout(30)
class GuardedSocketTest {

    /** Both ends of a line. */
    private record Ends(Socket opened, Socket accepted) implements AutoCloseable {

        static Ends connect() throws IOException {
            try (GuardedServer server = new GuardedServer()) {
                server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
                GuardedSocket opened = new GuardedSocket(RateLimit.of(null));
                opened.connect(server.getLocalSocketAddress());
                GuardedSocket accepted = (GuardedSocket) server.accept();
                opened.prepare();
                accepted.prepare();
                return new Ends(opened, accepted);
            }
        }

        @Override
        public void close() throws IOException {
            opened.close();
            accepted.close();
        }
    }

    @Test
    void smallMessagesLeaveAtOnce() throws IOException {
        try (Ends ends = Ends.connect()) {
            assertThat(ends.opened().getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
            assertThat(ends.accepted().getOption(StandardSocketOptions.TCP_NODELAY)).isTrue();
        }
    }

    /** The system falls back by itself after a while, which is done by hand here. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void acknowledgementsAreHurriedBeforeEveryRead(boolean opened) throws IOException {
        try (Ends ends = Ends.connect()) {
            Socket reading = opened ? ends.opened() : ends.accepted();
            Socket writing = opened ? ends.accepted() : ends.opened();
            SocketOption<Boolean> hurry = ExtendedSocketOptions.TCP_QUICKACK;
            assumeTrue(reading.supportedOptions().contains(hurry), "the system has no such option");
            List<Boolean> armed = new ArrayList<>();
            for (int message = 0; message < 5; message++) {
                writing.getOutputStream().write(message);
                reading.setOption(hurry, false);
                assertThat(reading.getInputStream().read()).isEqualTo(message);
                armed.add(reading.getOption(hurry));
            }
            assertThat(armed).containsOnly(true);
        }
    }

    @Test
    void nothingThatWasReadAheadIsLostOrChanged() throws IOException {
        byte[] sent = new byte[100_000];
        new Random(7).nextBytes(sent);
        try (Ends ends = Ends.connect()) {
            Thread.ofVirtual().start(() -> writeAndEnd(ends.accepted(), sent));
            ByteArrayOutputStream received = new ByteArrayOutputStream();
            int[] sizes = {6, 4, 300, 20_000, 1, 16_384, 16_383};
            byte[] piece = read(ends, sizes[0]);
            for (int count = 1; piece.length > 0; count++) {
                received.writeBytes(piece);
                piece = read(ends, sizes[count % sizes.length]);
            }
            assertThat(received.toByteArray()).isEqualTo(sent);
        }
    }

    private static byte[] read(Ends ends, int atMost) throws IOException {
        byte[] piece = new byte[atMost];
        return Arrays.copyOf(piece, Math.max(0, ends.opened().getInputStream().read(piece, 0, atMost)));
    }

    private static void writeAndEnd(Socket socket, byte[] bytes) {
        try {
            socket.getOutputStream().write(bytes);
            socket.shutdownOutput();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
