package org.priorfetch.engine.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.dicom.Part10Reader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.tls.HttpLogin;

/** A server that does not do what it should is never taken for one that has nothing. */
class WebTroubleTest {

    private static final String JSON = "application/dicom+json";
    private static final WebWaits IMPATIENT = new WebWaits(Duration.ofSeconds(10), Duration.ofSeconds(5),
            Duration.ofMillis(500), Duration.ofSeconds(20));
    private static final Pattern OFFSET = Pattern.compile("offset=(\\d+)");
    private static final InstanceRef INSTANCE = new InstanceRef("2.25.1.1.1", "", "2.25.1.1");

    private final SpentTime spent = new SpentTime();
    @TempDir
    Path folder;

    private static int found(WebServer server) throws PeerException {
        return new QidoFinder(server, false).findStudies(new StudyQuery.OfPatient(PatientKey.of("4711"))).size();
    }

    private static int found(ScriptedWebServer.Script script) throws IOException, PeerException {
        return found(script, WebWaits.DEFAULT);
    }

    private static int found(ScriptedWebServer.Script script, WebWaits waits) throws IOException, PeerException {
        try (ScriptedWebServer peer = new ScriptedWebServer(script);
                WebServer server = ScriptedWebServer.open(peer.base(), HttpLogin.NONE, waits)) {
            return found(server);
        }
    }

    private static String study(int number) {
        return """
                {"0020000D":{"vr":"UI","Value":["2.25.%d"]},"00100020":{"vr":"LO","Value":["4711"]},
                "00081030":{"vr":"LO","Value":["Chest"]},"00080061":{"vr":"CS","Value":["CT"]}}""".formatted(number);
    }

    private static String studies(int from, int to) {
        return IntStream.range(from, to).mapToObj(WebTroubleTest::study).collect(Collectors.joining(",", "[", "]"));
    }

    private static int offset(HttpExchange exchange) {
        Matcher matcher = OFFSET.matcher(exchange.getRequestURI().toString());
        return matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "99", "100", "101", "200", "250", "340"})
    void anAnswerThatWasCappedIsAskedForToItsEnd(int there) throws Exception {
        int cap = 100;
        assertThat(found(exchange -> {
            int from = Math.min(offset(exchange), there);
            ScriptedWebServer.send(exchange, 200, JSON, studies(from, Math.min(there, from + cap)));
        })).isEqualTo(there);
    }

    @ParameterizedTest
    @CsvSource({"100, 1", "340, 2", "-1, 2"})
    void aListAsLongAsTheServerSaidBeforeIsNotAskedForAgain(int told, int questions) throws Exception {
        try (ScriptedWebServer peer = new ScriptedWebServer(exchange -> ScriptedWebServer.send(exchange, 200, JSON,
                offset(exchange) == 0 ? instances(100) : "[]"));
                WebServer server = ScriptedWebServer.open(peer.base(), HttpLogin.NONE, WebWaits.DEFAULT)) {
            assertThat(new QidoFinder(server, false).findInstances(found(told))).hasSize(100);
            assertThat(peer.asked()).hasSize(questions);
        }
    }

    private static PriorCandidate found(int instances) {
        return new PriorCandidate(new StudyRef("2.25.1", "regional"), Patient.NOBODY, "", null, null, "",
                new TreeSet<>(), Set.of(), instances);
    }

    private static String instances(int count) {
        return IntStream.range(0, count)
                .mapToObj(
                        """
                                {"00080018":{"vr":"UI","Value":["2.25.1.1.%d"]},"0020000E":{"vr":"UI","Value":["2.25.1.1"]}}"""::formatted)
                .collect(Collectors.joining(",", "[", "]"));
    }

    @Test
    void aPartAsEarlierEditionsSayItIsAskedForToItsEnd() throws Exception {
        assertThat(found(exchange -> {
            int from = offset(exchange);
            ScriptedWebServer.send(exchange, from < 14 ? 206 : 200, JSON, studies(from, Math.min(from + 7, 20)));
        })).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"206 | []", "202 | []", "203 | []", "200 | [] <html>", "200 | [] []"})
    void nothingIsSaidOnlyByAnAnswerThatIsWhole(int status, String body) {
        assertThatThrownBy(() -> found(exchange -> ScriptedWebServer.send(exchange, status, JSON, body)))
                .isInstanceOf(PeerException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "text/html; charset=utf-8", "application/json", "application/dicom+json",
            "multipart/related"})
    void aPageInsteadOfImagesIsTroubleOfTheServer(String contentType) throws Exception {
        try (ScriptedWebServer peer = new ScriptedWebServer(
                exchange -> ScriptedWebServer.send(exchange, 200, contentType, "<html>back at noon</html>"));
                WebServer server = ScriptedWebServer.open(peer.base(), HttpLogin.NONE, WebWaits.DEFAULT)) {
            WadoRetriever retriever = new WadoRetriever(server, new Part10Reader(folder));
            assertThatThrownBy(() -> retriever.retrieve(
                    new RetrieveRequest("2.25.1", "2.25.1.1", List.of(INSTANCE)),
                    _ -> InstanceReceiver.Answer.TAKEN, new Cancellation(), new SpentTime()))
                    .isInstanceOfSatisfying(PeerException.class, failure -> {
                        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
                        assertThat(failure).hasMessageContaining("where images were asked for");
                    });
        }
    }

    @Test
    void aWarningThatThereAreMoreIsBelieved() throws Exception {
        assertThat(found(exchange -> {
            int from = offset(exchange);
            if (from == 0) {
                exchange.getResponseHeaders().set("Warning", "299 host: There are additional results");
            }
            ScriptedWebServer.send(exchange, 200, JSON, studies(from, from == 0 ? 7 : 9));
        })).isEqualTo(9);
    }

    /** Gateways warn of other things by the same number. */
    @ParameterizedTest
    @CsvSource({"7", "100"})
    void aWarningBesideEveryAnswerHasAnEnd(int there) throws Exception {
        assertThat(found(exchange -> {
            exchange.getResponseHeaders().set("Warning", "299 gateway \"this version is deprecated\"");
            ScriptedWebServer.send(exchange, 200, JSON, studies(Math.min(there, offset(exchange)), there));
        })).isEqualTo(there);
    }

    @Test
    void aServerThatCannotGoOnIsNotKnownToBeComplete() {
        assertThatThrownBy(() -> found(exchange -> ScriptedWebServer.send(exchange, 200, JSON, studies(0, 100))))
                .hasMessageContaining("may have ended its answer early");
    }

    @Test
    void noContentIsAnAnswer() throws Exception {
        assertThat(found(exchange -> exchange.sendResponseHeaders(204, -1))).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no JSON", "{\"a\":1}", "[{\"0020000D\":{\"vr\":\"UI\"}}]", "[{}]", "[", "null"})
    void whatCannotBeReadIsNoAnswer(String body) {
        assertThatThrownBy(() -> found(exchange -> ScriptedWebServer.send(exchange, 200, JSON, body)))
                .isInstanceOfSatisfying(PeerException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL));
    }

    @ParameterizedTest
    @CsvSource({"400,FAILED", "404,FAILED", "500,FAILED", "503,REFUSED", "429,REFUSED", "401,REFUSED", "403,REFUSED",
            "301,FAILED"})
    void aFailureIsSaid(int status, Kind kind) {
        assertThatThrownBy(() -> found(exchange -> ScriptedWebServer.send(exchange, status, "text/plain",
                "no such patient: Doe^Jane")))
                .isInstanceOfSatisfying(PeerException.class, failure -> {
                    assertThat(failure.kind()).isEqualTo(kind);
                    assertThat(failure.reason().text()).contains(String.valueOf(status)).doesNotContain("Doe");
                });
    }

    @Test
    void silenceEnds() {
        CountDownLatch over = new CountDownLatch(1);
        assertThatThrownBy(() -> found(exchange -> await(over), IMPATIENT))
                .isInstanceOfSatisfying(PeerException.class,
                        failure -> assertThat(failure.kind()).isEqualTo(Kind.SILENT));
        over.countDown();
    }

    @Test
    void anAnswerThatStandsStillEnds() {
        CountDownLatch over = new CountDownLatch(1);
        assertThatThrownBy(() -> found(exchange -> {
            exchange.sendResponseHeaders(200, 10_000);
            exchange.getResponseBody().write('[');
            exchange.getResponseBody().flush();
            await(over);
        }, IMPATIENT)).isInstanceOfSatisfying(PeerException.class,
                failure -> assertThat(failure.kind()).isEqualTo(Kind.SILENT));
        over.countDown();
    }

    @Test
    void anAnswerThatTricklesEnds() {
        CountDownLatch over = new CountDownLatch(1);
        WebWaits stalling = new WebWaits(Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1),
                Duration.ofSeconds(10));
        assertThatThrownBy(() -> found(exchange -> {
            exchange.sendResponseHeaders(200, 10_000);
            while (!isOver(over)) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        }, stalling)).isInstanceOfSatisfying(PeerException.class,
                failure -> assertThat(failure.kind()).isEqualTo(Kind.SILENT));
        over.countDown();
    }

    private static boolean isOver(CountDownLatch over) {
        try {
            return over.await(100, TimeUnit.MILLISECONDS);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private static void await(CountDownLatch over) {
        try {
            assertThat(over.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nobodyThereIsUnreachable() throws IOException {
        URI base;
        try (ScriptedWebServer gone = new ScriptedWebServer(exchange -> {})) {
            base = gone.base();
        }
        try (WebServer server = ScriptedWebServer.open(base, HttpLogin.NONE, WebWaits.DEFAULT)) {
            assertThatThrownBy(() -> found(server)).isInstanceOfSatisfying(PeerException.class,
                    failure -> assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE));
        }
    }

    @Test
    void aTokenThatIsNotTakenIsReplacedOnce() throws Exception {
        AtomicInteger given = new AtomicInteger();
        ScriptedWebServer.Script onlyTheSecond = exchange -> {
            if (exchange.getRequestURI().getPath().endsWith("/token")) {
                ScriptedWebServer.send(exchange, 200, "application/json",
                        "{\"access_token\":\"t%d\",\"token_type\":\"Bearer\"}".formatted(given.incrementAndGet()));
                return;
            }
            boolean known = "Bearer t2".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            ScriptedWebServer.send(exchange, known ? 200 : 401, JSON, known ? studies(0, 3) : "");
        };
        try (ScriptedWebServer peer = new ScriptedWebServer(onlyTheSecond);
                WebServer server = peer.open(new HttpLogin.ClientCredentials(
                        URI.create(peer.base() + "/token"), "us", "secret", ""))) {
            assertThat(found(server)).isEqualTo(3);
            assertThat(given).hasValue(2);
        }
    }

    @Test
    void aPasswordIsSent() throws Exception {
        ScriptedWebServer.Script onlyUs = exchange -> {
            boolean known = "Basic dXM6c2VjcmV0".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            ScriptedWebServer.send(exchange, known ? 200 : 401, JSON, known ? studies(0, 3) : "");
        };
        try (ScriptedWebServer peer = new ScriptedWebServer(onlyUs);
                WebServer server = peer.open(new HttpLogin.Basic("us", "secret"));
                WebServer stranger = peer.open(new HttpLogin.Basic("them", "secret"))) {
            assertThat(found(server)).isEqualTo(3);
            assertThatThrownBy(() -> found(stranger)).hasMessageContaining("does not let us in");
            assertThat(peer.asked()).hasSize(2);
        }
    }

    private PeerException retrieveFails(ScriptedWebServer.Script script, InstanceReceiver receiver,
            Cancellation cancellation) throws IOException {
        try (ScriptedWebServer peer = new ScriptedWebServer(script); WebServer server = peer.open(HttpLogin.NONE)) {
            new WadoRetriever(server, new Part10Reader(folder)).retrieve(
                    new RetrieveRequest("2.25.1", "2.25.1.1", List.of(INSTANCE)), receiver, cancellation, spent);
            throw new AssertionError("nothing failed");
        } catch (PeerException failure) {
            return failure;
        }
    }

    @Test
    void aStreamThatBreaksOffIsBroken() throws IOException {
        PeerException failure = retrieveFails(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "multipart/related; boundary=b");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("--b\r\n\r\nhalf an ima".getBytes(StandardCharsets.US_ASCII));
        }, _ -> InstanceReceiver.Answer.TAKEN, new Cancellation());
        assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
    }

    /** On average it was fast. */
    @Test
    void aStreamThatTricklesIsTheServersTime() throws IOException {
        CountDownLatch over = new CountDownLatch(1);
        PeerException failure = retrieveFails(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "multipart/related; boundary=b");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("--b\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().write(new byte[5_000_000]);
            for (int time = 0; time < 60 && !isOver(over); time++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
            }
        }, _ -> InstanceReceiver.Answer.TAKEN, new Cancellation());
        assertThat(failure.kind()).isEqualTo(Kind.BROKEN);
        assertThat(spent.nanos(TimePart.SOURCE)).isGreaterThan(TimeUnit.SECONDS.toNanos(5))
                .isGreaterThan(spent.nanos(TimePart.LINE));
    }

    @Test
    void aCancelledStreamEnds() throws IOException {
        Cancellation cancellation = new Cancellation();
        CountDownLatch over = new CountDownLatch(1);
        PeerException failure = retrieveFails(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "multipart/related; boundary=b");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("--b\r\n\r\nhalf an ima".getBytes(StandardCharsets.US_ASCII));
            exchange.getResponseBody().flush();
            cancellation.cancel();
            await(over);
        }, _ -> InstanceReceiver.Answer.TAKEN, cancellation);
        over.countDown();
        assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
    }
}
