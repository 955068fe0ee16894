package org.priorfetch.engine.tls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.testing.TestCertificate;

/** What is told apart, on real handshakes. */
@Timeout(60)
class HandshakeFailureTest {

    private static final String HERE = "ip:127.0.0.1";

    @TempDir
    static Path folder;

    private static TestCertificate ours;

    @BeforeAll
    static void makeOurs() {
        ours = TestCertificate.make(folder, "ours", HERE, 30);
    }

    private interface Peer {
        void meet(Socket socket) throws IOException;
    }

    private static HandshakeFailure against(ServerSocket server, Peer peer, SSLContext context) throws IOException {
        try (server;
                SSLSocket socket = (SSLSocket) context.getSocketFactory()
                        .createSocket(InetAddress.ofLiteral("127.0.0.1"), server.getLocalPort())) {
            Thread.ofVirtual().start(() -> {
                try (Socket met = server.accept()) {
                    peer.meet(met);
                } catch (IOException _) {
                    // which of the two notices first does not matter
                }
            });
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            TlsCredentials.leaveSafeVersions(parameters);
            socket.setSSLParameters(parameters);
            return HandshakeFailure.of(catchThrowableOfType(SSLException.class, () -> {
                socket.startHandshake();
                socket.getInputStream().read();
            }));
        }
    }

    private static HandshakeFailure against(Peer peer) throws IOException {
        return against(new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1")), peer, ours.context());
    }

    private static HandshakeFailure withServerOf(TestCertificate its, SSLContext context, boolean wantsOurs)
            throws IOException {
        SSLServerSocket server = (SSLServerSocket) its.context()
                .getServerSocketFactory()
                .createServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        server.setNeedClientAuth(wantsOurs);
        return against(server, socket -> ((SSLSocket) socket).startHandshake(), context);
    }

    @ParameterizedTest
    @CsvSource({"-10,EXPIRED", "5,NOT_YET_VALID"})
    void itsCertificateIsNotValidToday(int start, HandshakeFailure expected) throws IOException {
        TestCertificate its = ours.sign("from" + start, HERE, start, 3);
        assertThat(withServerOf(its, ours.context(), false)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ip:127.0.0.9", "dns:archive.example.org"})
    void itsCertificateIsMadeOutToAnotherHost(String host) throws IOException {
        TestCertificate other = TestCertificate.make(folder, "other-" + host.hashCode(), host, 30);
        assertThat(withServerOf(other, other.context(), false)).isEqualTo(HandshakeFailure.OTHER_HOST);
    }

    @Test
    void nobodyWeTrustHasSignedItsCertificate() throws IOException {
        TestCertificate strange = TestCertificate.make(folder, "strange", HERE, 30);
        assertThat(withServerOf(strange, ours.context(), false)).isEqualTo(HandshakeFailure.UNKNOWN_AUTHORITY);
    }

    @Test
    void itMissesOurCertificate() throws IOException {
        assertThat(withServerOf(ours, ours.contextWithoutKey(), true)).isEqualTo(HandshakeFailure.OURS_REFUSED);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"70,TOO_OLD", "71,TOO_OLD", "42,OURS_REFUSED", "48,OURS_REFUSED", "116,OURS_REFUSED", "40,NOT_AGREED",
            "80,NOT_AGREED"})
    void itSaysWhatItDoesNotLike(int alert, HandshakeFailure expected) throws IOException {
        byte[] record = HexFormat.of().parseHex("150303000202" + HexFormat.of().toHexDigits((byte) alert));
        assertThat(against(socket -> {
            socket.getOutputStream().write(record);
            socket.getInputStream().readAllBytes();
        })).isEqualTo(expected);
    }

    @Test
    void itSpeaksSomethingElse() throws IOException {
        assertThat(against(socket -> {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            socket.getInputStream().readAllBytes();
        })).isEqualTo(HandshakeFailure.NO_TLS);
    }

    @Test
    void itClosesTheConnection() throws IOException {
        assertThat(against(socket -> socket.getInputStream().read())).isEqualTo(HandshakeFailure.NOT_AGREED);
    }

    @Test
    void whatElseGoesWrongIsNoHandshake() {
        assertThat(HandshakeFailure.behind(new IOException("no route"))).isEmpty();
        assertThat(HandshakeFailure.behind(new IOException(new SSLException("no cipher in common"))))
                .isEqualTo(Optional.of(HandshakeFailure.NOT_AGREED));
    }

    @ParameterizedTest
    @EnumSource
    void isSaidWithAdvice(HandshakeFailure why) {
        assertThat(Message.of("dicom.noTlsAgreement", "north", "pacs.example.org", why.sentence()).text())
                .startsWith("north: no TLS connection to pacs.example.org. ")
                .doesNotContain("#");
        assertThat(Message.of(why.advice(), "north").text(Locale.GERMAN)).contains("north");
    }

    @Test
    void eachIsSaidInOtherWords() {
        Set<String> sentences = Stream.of(HandshakeFailure.values())
                .map(why -> Message.of("dicomweb.untrusted", "north", "here", why.sentence()).text())
                .collect(Collectors.toSet());
        assertThat(sentences).hasSameSizeAs(HandshakeFailure.values());
    }
}
