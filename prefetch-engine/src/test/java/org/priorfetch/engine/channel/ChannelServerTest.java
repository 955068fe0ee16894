package org.priorfetch.engine.channel;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.Samples;
import org.priorfetch.engine.api.ScriptedEngine;

/** What somebody who is not the client can do to the server: nothing. */
@Timeout(30)
class ChannelServerTest {

    private static final int GIVE_UP_MILLIS = 10_000;

    @TempDir
    Path home;

    private final ScriptedEngine engine = new ScriptedEngine(Samples.snapshot(true));
    private ChannelServer server;
    private Address address;

    @BeforeEach
    void serve() throws IOException {
        serve(Duration.ofSeconds(20));
    }

    private void serve(Duration patience) throws IOException {
        server = ChannelServer.open(engine, home, patience);
        address = new AddressFile(home).read().orElseThrow();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private void serveImpatiently() throws IOException {
        server.close();
        serve(Duration.ofMillis(500));
    }

    @Test
    void hangsUpOnAWrongToken() throws IOException {
        Secret wrong = Secret.random();
        try (Socket socket = dial()) {
            String reply = greet(socket);
            Line.write(socket.getOutputStream(), wrong.proof(reply.substring(Secret.LENGTH)).getBytes(US_ASCII));
            try {
                Line.write(socket.getOutputStream(),
                        "{\"call\":\"Pause\",\"arguments\":{\"paused\":true}}".getBytes(US_ASCII));
            } catch (SocketException _) {
                // hung up before it was sent
            }

            assertHungUp(socket);
            assertThat(engine.commands).isEmpty();
        }
    }

    @Test
    void hangsUpOnAProofThatWasHeardBefore() throws IOException {
        String proof;
        try (Socket socket = dial()) {
            proof = address.secret().proof(greet(socket).substring(Secret.LENGTH));
        }
        try (Socket socket = dial()) {
            greet(socket);
            Line.write(socket.getOutputStream(), proof.getBytes(US_ASCII));
            assertHungUp(socket);
        }
    }

    @Test
    void hangsUpOnAnOversizedRequest() throws IOException {
        try (Socket socket = dial()) {
            introduce(socket);
            try {
                socket.getOutputStream().write(" ".repeat(Conversation.LONGEST_QUESTION + 1).getBytes(US_ASCII));
            } catch (SocketException _) {
                // hung up while it was being sent
            }
            assertHungUp(socket);
        }
    }

    @Test
    void hangsUpOnAGreetingWithoutEnd() throws IOException {
        try (Socket socket = dial()) {
            socket.getOutputStream().write("a".repeat(Secret.LENGTH + 1).getBytes(US_ASCII));
            assertHungUp(socket);
        }
    }

    @Test
    void hangsUpOnASilentClient() throws IOException {
        serveImpatiently();
        try (Socket socket = dial()) {
            assertHungUp(socket);
        }
    }

    /** So slowly that its greeting would not be whole before we give up. */
    @Test
    void hangsUpOnAClientThatDripsSlowly() throws IOException {
        serveImpatiently();
        try (Socket socket = dial(); ScheduledExecutorService tap = Executors.newSingleThreadScheduledExecutor()) {
            Future<?> dripping = tap.scheduleWithFixedDelay(() -> drip(socket), 0, 200, TimeUnit.MILLISECONDS);
            assertHungUp(socket);
            dripping.cancel(true);
        }
    }

    private static void drip(Socket socket) {
        try {
            socket.getOutputStream().write(' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void answersWhatItDoesNotUnderstandWithARefusal() throws IOException {
        for (String question : List.of("{", "[]", "{\"call\":\"Shutdown\",\"arguments\":{}}", "{\"call\":\"Pause\"}",
                "{\"call\":\"Pause\",\"arguments\":{\"paused\":[]}}",
                "{\"call\":\"java.lang.Runtime\",\"arguments\":{\"@class\":\"java.lang.Runtime\"}}")) {
            try (Socket socket = dial()) {
                introduce(socket);
                Line.write(socket.getOutputStream(), question.getBytes(US_ASCII));
                assertThat(new String(Line.read(socket.getInputStream(), 10_000), US_ASCII)).as(question)
                        .contains("channel.notUnderstood");
            }
        }
        assertThat(engine.commands).isEmpty();
    }

    @Test
    void bearsOnlySoManyConnections() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < 40; i++) {
                sockets.add(dial());
            }
            assertHungUp(sockets.getLast());
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws IOException {
        List<InetAddress> others = NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(other -> !other.isLoopbackAddress() && !other.isLinkLocalAddress())
                .toList();

        assertThat(reachable(InetAddress.getLoopbackAddress())).isTrue();
        assertThat(others).noneMatch(this::reachable);
    }

    private boolean reachable(InetAddress other) {
        try (Socket _ = new Socket(other, address.port())) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private Socket dial() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), address.port());
        socket.setSoTimeout(GIVE_UP_MILLIS);
        return socket;
    }

    private String greet(Socket socket) throws IOException {
        Line.write(socket.getOutputStream(), Secret.nonce().getBytes(US_ASCII));
        return new String(Line.read(socket.getInputStream(), 2 * Secret.LENGTH), US_ASCII);
    }

    private void introduce(Socket socket) throws IOException {
        String reply = greet(socket);
        Line.write(socket.getOutputStream(),
                address.secret().proof(reply.substring(Secret.LENGTH)).getBytes(US_ASCII));
    }

    private static void assertHungUp(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        int next;
        try {
            next = in.read();
        } catch (SocketException _) {
            next = -1;
        }
        assertThat(next).isEqualTo(-1);
    }
}
