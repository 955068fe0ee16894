package org.priorfetch.engine.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Only how long something takes at least is looked at: that it takes longer is the machine's affair. */
@Timeout(30)
class SlowLineTest {

    private static final Duration ONE_WAY = Duration.ofMillis(40);

    private ServerSocket echo;

    @BeforeEach
    void listen() throws IOException {
        echo = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            while (!echo.isClosed()) {
                try {
                    Socket socket = echo.accept();
                    Thread.ofVirtual().start(() -> sendBack(socket));
                } catch (IOException _) {
                    return;
                }
            }
        });
    }

    private static void sendBack(Socket socket) {
        try (socket) {
            socket.getInputStream().transferTo(socket.getOutputStream());
        } catch (IOException _) {
            // The other end is gone, which ends it.
        }
    }

    @AfterEach
    void end() throws IOException {
        echo.close();
    }

    @Test
    void everyByteIsUnderWayForAWhileInBothDirections() throws IOException {
        try (SlowLine line = SlowLine.to(echo.getLocalPort(), ONE_WAY, null); Socket socket = connect(line)) {
            long began = System.nanoTime();

            assertThat(roundTrip(socket, 10)).hasSize(10);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(ONE_WAY.multipliedBy(2));
            assertThat(line.carriedThere()).isEqualTo(10);
            assertThat(line.carriedBack()).isEqualTo(10);
        }
    }

    @Test
    void allConnectionsShareTheBandwidth() throws IOException {
        try (SlowLine line = SlowLine.to(echo.getLocalPort(), Duration.ZERO, 8_000_000L);
                Socket one = connect(line);
                Socket other = connect(line)) {
            long began = System.nanoTime();
            one.getOutputStream().write(new byte[50_000]);
            other.getOutputStream().write(new byte[50_000]);
            new DataInputStream(one.getInputStream()).readFully(new byte[50_000]);
            new DataInputStream(other.getInputStream()).readFully(new byte[50_000]);

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(100));
            assertThat(line.mostOpen()).isEqualTo(2);
        }
    }

    /** 20 ms of the line are 20 kB; it may be that much behind each of the connections, and on loopback, too. */
    @Test
    void whatIsSentLaterWaitsForLittleOfWhatOthersSend() throws IOException {
        try (SlowLine line = SlowLine.to(echo.getLocalPort(), Duration.ZERO, 8_000_000L);
                Socket large = connect(line);
                Socket small = connect(line)) {
            Thread.ofVirtual().start(() -> sendAll(large, 4_000_000));
            await().atMost(Duration.ofSeconds(20)).until(() -> line.carriedThere() > 200_000);
            long before = line.carriedThere();

            assertThat(roundTrip(small, 1)).hasSize(1);

            assertThat(line.carriedThere() - before).isLessThan(400_000);
        }
    }

    private static void sendAll(Socket socket, int bytes) {
        try {
            socket.getOutputStream().write(new byte[bytes]);
        } catch (IOException _) {
            // The line was closed before it had carried all of it.
        }
    }

    @Test
    void resetsOnceSoMuchHasComeBack() throws IOException {
        try (SlowLine line = SlowLine.to(echo.getLocalPort(), Duration.ZERO, null)) {
            try (Socket socket = connect(line)) {
                line.resetAfter(1000);
                assertThatThrownBy(() -> {
                    for (int sent = 0; sent < 100; sent++) {
                        roundTrip(socket, 100);
                    }
                }).isInstanceOf(IOException.class);
            }
            try (Socket next = connect(line)) {
                assertThat(roundTrip(next, 2000)).hasSize(2000);
            }
        }
    }

    private static Socket connect(SlowLine line) throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), line.port());
    }

    private static byte[] roundTrip(Socket socket, int bytes) throws IOException {
        socket.getOutputStream().write(new byte[bytes]);
        byte[] back = new byte[bytes];
        new DataInputStream(socket.getInputStream()).readFully(back);
        return back;
    }
}
