package org.priorfetch.engine.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.testing.SimulatedFhirServer;
import org.priorfetch.engine.testing.SimulatedFhirServer.Question;
import org.priorfetch.engine.testing.SimulatedFhirServer.Reply;
import org.priorfetch.engine.testing.StandingClock;
import org.priorfetch.engine.tls.HttpLogin;
import org.priorfetch.engine.web.HttpWaits;

/** How we say who we are, over real HTTP. */
@Timeout(60)
class FhirLoginTest {

    private static final String NOTHING = "{\"resourceType\": \"Parameters\"}";
    private static final String SECRET = "s\u00e4cret & more";

    private final StandingClock clock = new StandingClock();
    private final AtomicInteger tokens = new AtomicInteger();
    private SimulatedFhirServer server;

    private FhirServer start(Function<URI, HttpLogin> login, Function<Question, Reply> answers) throws IOException {
        server = new SimulatedFhirServer(answers);
        return new FhirServer("uni", server.at("/fhir"), null, login.apply(server.at("/token")), clock,
                HttpWaits.DEFAULT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static HttpLogin client(URI service) {
        return new HttpLogin.ClientCredentials(service, "prior:fetch", SECRET, "system/Patient.read");
    }

    private static PixmIndex index(FhirServer server) {
        return new PixmIndex(server, "urn:oid:1.2.3", "urn:oid:1.2.4");
    }

    private static String basic(String user, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private Reply token(Question question, String rest) {
        assertThat(question.method()).isEqualTo("POST");
        return Reply.of("{\"access_token\": \"T" + tokens.incrementAndGet() + "\", \"token_type\": \"bearer\"" + rest
                + "}");
    }

    private static boolean isForToken(Question question) {
        return question.uri().getPath().equals("/token");
    }

    @Test
    void aPasswordAndATokenAreSentWithEveryQuestion() throws Exception {
        try (PixmIndex index = index(start(_ -> new HttpLogin.Basic("prior", SECRET), _ -> Reply.of(NOTHING)))) {
            index.find("P1");
        }
        assertThat(server.asked()).extracting(Question::authorization).containsExactly(basic("prior", SECRET));
        server.close();
        try (PixmIndex index = index(start(_ -> new HttpLogin.Bearer("abc.def"), _ -> Reply.of(NOTHING)))) {
            index.find("P1");
        }
        assertThat(server.asked()).extracting(Question::authorization).containsExactly("Bearer abc.def");
    }

    @Test
    void aTokenOfALoginServiceServesUntilShortlyBeforeItsEnd() throws Exception {
        try (PixmIndex index = index(start(FhirLoginTest::client, question -> isForToken(question)
                ? token(question, ", \"expires_in\": 300")
                : Reply.of(NOTHING)))) {
            index.find("P1");
            clock.turnOn(Duration.ofSeconds(200));
            index.find("P2");
            clock.turnOn(Duration.ofSeconds(80));
            assertThat(index.find("P3")).isEqualTo(new CrossReference.NoneThere());
        }
        assertThat(server.asked()).extracting(Question::authorization)
                .containsExactly(basic("prior%3Afetch", "s%C3%A4cret+%26+more"), "Bearer T1", "Bearer T1",
                        basic("prior%3Afetch", "s%C3%A4cret+%26+more"), "Bearer T2");
        assertThat(server.asked().getFirst().body())
                .isEqualTo("grant_type=client_credentials&scope=system%2FPatient.read");
    }

    @Test
    void aTokenThatIsNotTakenAnyMoreIsReplacedOnce() throws Exception {
        try (PixmIndex index = index(start(FhirLoginTest::client, question -> isForToken(question)
                ? token(question, ", \"expires_in\": 3600")
                : question.authorization().equals("Bearer T1") && tokens.get() == 1
                        && server.asked().size() > 3 ? Reply.of(401, "") : Reply.of(NOTHING)))) {
            index.find("P1");
            index.find("P2");
            assertThat(index.find("P3")).isEqualTo(new CrossReference.NoneThere());
        }
        assertThat(tokens).hasValue(2);
    }

    @Test
    void whoIsNotLetInHasNoAnswer() throws Exception {
        try (PixmIndex index = index(start(FhirLoginTest::client, question -> isForToken(question)
                ? token(question, "")
                : Reply.of(401, "")))) {
            PeerException failure = catchThrowableOfType(PeerException.class, () -> index.find("P1"));
            assertThat(failure.kind()).isEqualTo(Kind.FAILED);
            assertThat(failure.reason().text()).contains("does not accept our login (HTTP 401)");
        }
        assertThat(server.asked()).as("no endless tries").hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "", "<html/>", "{\"access_token\": \"a b\", \"token_type\": \"Bearer\"}",
            "{\"access_token\": \"T\\r\\nX: y\", \"token_type\": \"Bearer\"}",
            "{\"access_token\": \"T\", \"token_type\": \"mac\"}", "{\"access_token\": \"T\"}"})
    void whatIsNoTokenIsNotSent(String answer) throws Exception {
        try (PixmIndex index = index(start(FhirLoginTest::client, _ -> Reply.of(answer)))) {
            PeerException failure = catchThrowableOfType(PeerException.class, () -> index.find("P1"));
            assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
            assertThat(failure.reason().text())
                    .startsWith("The login service of the patient index of uni gave no token")
                    .doesNotContain(SECRET, "P1");
        }
        assertThat(server.asked()).hasSize(1);
    }

    @Test
    void aLoginServiceThatRefusesUsIsNamed() throws Exception {
        try (PixmIndex index = index(start(FhirLoginTest::client, _ -> Reply.of(400,
                "{\"error\": \"invalid_client\"}")))) {
            PeerException failure = catchThrowableOfType(PeerException.class, () -> index.find("P1"));
            assertThat(failure.reason().text()).contains("login service", "HTTP 400");
        }
    }

    @Test
    void secretsShowInNoText() throws Exception {
        start(_ -> HttpLogin.NONE, _ -> Reply.of(NOTHING)).close();
        assertThat(new HttpLogin.Basic("u", "hunter2") + " " + new HttpLogin.Bearer("hunter2") + " "
                + new HttpLogin.ClientCredentials(URI.create("https://x"), "u", "hunter2", ""))
                .doesNotContain("hunter2");
    }
}
