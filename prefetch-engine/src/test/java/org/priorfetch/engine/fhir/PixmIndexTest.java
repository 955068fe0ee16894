package org.priorfetch.engine.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.testing.StandingClock;
import org.priorfetch.engine.tls.HttpLogin;
import org.priorfetch.engine.web.HttpWaits;

/** Queries for cross-references over real HTTP. */
@Timeout(60)
class PixmIndexTest {

    /** Long enough for the line to stand before: else nobody would seem to be there. */
    private static final HttpWaits IMPATIENT = new HttpWaits(Duration.ofSeconds(10), Duration.ofSeconds(5));

    private final AtomicReference<URI> asked = new AtomicReference<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;
    private int status = 200;
    private String body = "";
    private boolean stalls;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/fhir", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.set(exchange.getRequestURI());
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, stalls ? content.length + 1 : content.length == 0 ? -1 : content.length);
        exchange.getResponseBody().write(content);
        exchange.getResponseBody().flush();
        await(stalls ? 20 : 0);
        exchange.close();
    }

    private void await(int seconds) {
        try {
            over.await(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private PixmIndex index(int port, HttpWaits waits) {
        return new PixmIndex(new FhirServer("university", URI.create("http://127.0.0.1:" + port + "/fhir"), null,
                HttpLogin.NONE, new StandingClock(), waits), "urn:oid:1.2.3", "http://uni.example/ids");
    }

    private CrossReference find(String patientId) throws PeerException {
        try (PixmIndex index = index(server.getAddress().getPort(), HttpWaits.DEFAULT)) {
            return index.find(patientId);
        }
    }

    private PeerException failure() {
        return failure(server.getAddress().getPort(), HttpWaits.DEFAULT);
    }

    private PeerException failure(int port, HttpWaits waits) {
        try (PixmIndex index = index(port, waits)) {
            PeerException failure = catchThrowableOfType(PeerException.class, () -> index.find("P1"));
            assertThat(failure.peer()).isEqualTo("university");
            assertThat(failure.reason().text()).contains("university").doesNotContain("P1");
            return failure;
        }
    }

    private static String identifier(String system, String value) {
        return """
                {"name": "targetIdentifier", "valueIdentifier": {"system": "%s", "value": "%s"}}""".formatted(system,
                value);
    }

    private static String parameters(String... parameters) {
        return """
                {"resourceType": "Parameters", "parameter": [%s]}""".formatted(String.join(",", parameters));
    }

    private static String outcome(String code) {
        return """
                {"resourceType": "OperationOutcome", "issue": [{"severity": "error", "code": "%s"}]}"""
                .formatted(code);
    }

    @Test
    void theIdsOfTheDomainAskedForAreFound() throws Exception {
        body = parameters(identifier("http://uni.example/ids", "U7"), identifier("http://other.example", "X9"),
                "{\"name\": \"targetId\", \"valueReference\": {\"reference\": \"Patient/1\"}}",
                identifier("http://uni.example/ids", "U8"));

        assertThat(find("P 1|\u00e9")).isEqualTo(new CrossReference.Ids(List.of("U7", "U8")));

        assertThat(asked.get().getRawPath()).isEqualTo("/fhir/Patient/$ihe-pix");
        assertThat(asked.get().getRawQuery()).isEqualTo("sourceIdentifier=urn%3Aoid%3A1.2.3%7CP%201%7C%C3%A9"
                + "&targetSystem=http%3A%2F%2Funi.example%2Fids");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"resourceType\": \"Parameters\"}", "{\"resourceType\":\"Parameters\",\"parameter\":[]}"})
    void noIdThereIsAnAnswer(String empty) throws Exception {
        body = empty;
        assertThat(find("P1")).isEqualTo(new CrossReference.NoneThere());
    }

    @Test
    void aPatientWhomTheIndexDoesNotKnowIsNotWithoutPriors() throws Exception {
        status = 404;
        body = outcome("not-found");
        assertThat(find("P1")).isEqualTo(new CrossReference.NotInIndex());
    }

    @ParameterizedTest
    @CsvSource({"400, code-invalid, local", "403, code-invalid, target", "400, invalid, HTTP 400",
            "403, forbidden, HTTP 403", "401, login, HTTP 401", "404, other, HTTP 404", "500, exception, HTTP 500",
            "302, other, HTTP 302"})
    void otherErrorsAreOfTheIndex(int answered, String code, String said) {
        status = answered;
        body = outcome(code);
        PeerException failure = failure();
        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure.reason().text()).contains(said);
    }

    @Test
    void aWrongAddressIsNotAnUnknownPatient() {
        status = 404;
        body = "<html>Not found</html>";
        assertThat(failure().kind()).isEqualTo(Kind.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html/>", "", "[]", "{\"resourceType\": \"Bundle\"}",
            "{\"resourceType\":\"Parameters\",\"parameter\":[{\"name\":\"targetIdentifier\"}]}"})
    void whatCannotBeUnderstoodIsNoAnswer(String answer) {
        body = answer;
        assertThat(failure().kind()).isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void anAnswerWithoutEndIsNotTaken() {
        body = parameters(identifier("http://uni.example/ids", "U".repeat(2_000_000)));
        assertThat(failure().kind()).isEqualTo(Kind.BROKEN);
    }

    @Test
    void silenceIsNoAnswer() {
        stalls = true;
        body = parameters();
        int port = server.getAddress().getPort();
        assertThat(failure(port, IMPATIENT).kind()).isEqualTo(Kind.SILENT);
        over.countDown();
        server.stop(0);
        assertThat(failure(port, HttpWaits.DEFAULT).kind()).isEqualTo(Kind.UNREACHABLE);
    }
}
