package org.priorfetch.engine.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PersonSearch;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.port.PatientDirectory.Listing;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.testing.SimulatedFhirServer;
import org.priorfetch.engine.testing.SimulatedFhirServer.Question;
import org.priorfetch.engine.testing.SimulatedFhirServer.Reply;
import org.priorfetch.engine.testing.StandingClock;
import org.priorfetch.engine.tls.HttpLogin;
import org.priorfetch.engine.web.HttpWaits;

/** Searches for patients over real HTTP. */
@Timeout(60)
class PdqmDirectoryTest {

    private static final String TARGET = "urn:oid:1.2.4";
    /** Long enough for the line to stand before: else nobody would seem to be there. */
    private static final HttpWaits IMPATIENT = new HttpWaits(Duration.ofSeconds(10), Duration.ofSeconds(5));
    private static final PersonSearch EVA = new PersonSearch(List.of("*"), LocalDate.of(1970, 5, 4),
            new PersonSearch.Stated(List.of("M\u00fcller", "Mueller, A"), List.of("Eva"), Sex.F));

    private SimulatedFhirServer server;

    @AfterEach
    void stop() {
        server.close();
    }

    private PdqmDirectory directory(Function<Question, Reply> answers, HttpWaits waits) throws IOException {
        server = new SimulatedFhirServer(answers);
        return new PdqmDirectory(
                new FhirServer("uni", server.at("/fhir"), null, HttpLogin.NONE, new StandingClock(), waits), TARGET);
    }

    private Listing find(Function<Question, Reply> answers) throws IOException, PeerException {
        try (PdqmDirectory directory = directory(answers, HttpWaits.DEFAULT)) {
            return directory.find(EVA);
        }
    }

    private PeerException failure(Function<Question, Reply> answers) throws IOException {
        return failure(answers, HttpWaits.DEFAULT);
    }

    private PeerException failure(Function<Question, Reply> answers, HttpWaits waits) throws IOException {
        try (PdqmDirectory directory = directory(answers, waits)) {
            PeerException failure = catchThrowableOfType(PeerException.class, () -> directory.find(EVA));
            assertThat(failure.reason().text()).contains("uni").doesNotContain("ller", "1970");
            return failure;
        }
    }

    private static String patient(String id, String system) {
        return """
                {"search": {"mode": "match"}, "resource": {"resourceType": "Patient", "identifier": [
                 {"system": "urn:oid:9", "value": "X"}, {"system": "%s", "value": "%s"}],
                 "name": [{"family": "M\u00fcller", "given": ["Eva", "Maria"]}], "gender": "female",
                 "birthDate": "1970-05-04"}}""".formatted(system, id);
    }

    private static String bundle(String more, String... entries) {
        return "{\"resourceType\": \"Bundle\", \"type\": \"searchset\"" + more + ", \"entry\": ["
                + String.join(",", entries) + "]}";
    }

    private String next(String url) {
        return ", \"link\": [{\"relation\": \"self\", \"url\": \"x\"}, {\"relation\": \"next\", \"url\": \"" + url
                + "\"}]";
    }

    @Test
    void asksByNameBirthDateSexAndDomain() throws Exception {
        Listing listing = find(_ -> Reply.of(bundle(", \"total\": 2", patient("U7", TARGET),
                patient("Y1", "urn:oid:1.2.5"))));

        assertThat(server.asked().getFirst().uri().getRawPath()).isEqualTo("/fhir/Patient");
        assertThat(server.asked().getFirst().uri().getRawQuery()).isEqualTo(
                "family=M%C3%BCller,Mueller%5C%2C%20A&given=Eva&birthdate=1970-05-04&gender=female,unknown"
                        + "&identifier=urn%3Aoid%3A1.2.4%7C&_count=50");
        assertThat(listing.patients()).as("only with an ID in the domain")
                .containsExactly(
                        new Patient(PatientKey.of("U7"), "M\u00fcller^Eva^Maria", LocalDate.of(1970, 5, 4), Sex.F));
        assertThat(listing.whole()).isTrue();
    }

    @Test
    void whatADirectoryLeavesOutIsUnknown() throws Exception {
        String bare = """
                {"resource": {"resourceType": "Patient", "birthDate": "1970", "name": [{"text": "Eva"},
                 {"family": "A^B", "given": ["C=D"]}], "identifier": [{"system": "%s", "value": " U7 "},
                 {"system": "%s"}]}}""".formatted(TARGET, TARGET);

        assertThat(find(_ -> Reply.of(bundle("", bare))).patients()).containsExactly(
                new Patient(PatientKey.of("U7"), "", null, Sex.UNKNOWN),
                new Patient(PatientKey.of("U7"), "A B^C D", null, Sex.UNKNOWN));
    }

    @Test
    void nobodyFoundIsAnAnswer() throws Exception {
        assertThat(find(_ -> Reply.of("{\"resourceType\": \"Bundle\", \"type\": \"searchset\", \"total\": 0}")))
                .isEqualTo(new Listing(List.of(), true));
    }

    @Test
    void allPagesAreRead() throws Exception {
        Listing listing = find(question -> question.uri().getPath().equals("/fhir/Patient")
                ? Reply.of(bundle(next("/page?2"), patient("U1", TARGET)))
                : Reply.of(bundle("", patient("U2", TARGET))));

        assertThat(listing.patients()).extracting(found -> found.key().patientId()).containsExactly("U1", "U2");
        assertThat(listing.whole()).isTrue();
    }

    @Test
    void pagesWithoutEndAreLeft() throws Exception {
        Listing listing = find(_ -> Reply.of(bundle(next("/fhir/Patient?again"), patient("U1", TARGET))));

        assertThat(listing.whole()).isFalse();
        assertThat(server.asked()).hasSize(5);
    }

    @Test
    void moreThanAnybodyLooksThroughAreNotAll() throws Exception {
        String[] many = IntStream.range(0, 101)
                .mapToObj(number -> patient("U" + number, TARGET))
                .toArray(String[]::new);
        assertThat(find(_ -> Reply.of(bundle("", many))).whole()).isFalse();
    }

    @Test
    void lessThanItSaysAreNotAll() throws Exception {
        assertThat(find(_ -> Reply.of(bundle(", \"total\": 3", patient("U1", TARGET)))).whole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://127.0.0.1:1/fhir?2", "https://elsewhere.example/fhir", "//elsewhere.example/x",
            "http://[", "file:///etc/passwd", "ftp://127.0.0.1/x"})
    void nobodyElseIsAskedForTheNextPage(String url) throws Exception {
        PeerException failure = failure(_ -> Reply.of(bundle(next(url))));
        assertThat(failure.kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(failure.reason().text()).contains("link");
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 400, 401, 403, 404, 500})
    void anErrorIsNoAnswer(int status) throws Exception {
        PeerException failure = failure(_ -> Reply.of(status, bundle("")));
        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure.reason().text()).contains("HTTP " + status);
    }

    static Stream<String> malformed() {
        return Stream.of("", "<html/>", "[]", "{\"resourceType\": \"Parameters\"}",
                "{\"resourceType\": \"Bundle\", \"type\": \"history\"}",
                bundle("", "{\"resource\": {\"resourceType\": \"Binary\"}}"), bundle("", "{}"),
                bundle("", patient("U1", TARGET), "{\"resource\": {\"resourceType\": \"OperationOutcome\","
                        + " \"issue\": [{\"severity\": \"error\", \"code\": \"incomplete\"}]}}"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatCannotBeUnderstoodIsNoAnswer(String answer) throws Exception {
        assertThat(failure(_ -> Reply.of(answer)).kind()).isEqualTo(Kind.PROTOCOL);
    }

    @Test
    void aWarningIsNoError() throws Exception {
        String warning = "{\"search\": {\"mode\": \"outcome\"}, \"resource\": {\"resourceType\": \"OperationOutcome\","
                + " \"issue\": [{\"severity\": \"warning\", \"code\": \"incomplete\"}]}}";
        assertThat(find(_ -> Reply.of(bundle("", patient("U1", TARGET), warning))).patients()).hasSize(1);
    }

    @Test
    void allPagesHaveOneTimeLimit() throws Exception {
        PeerException failure = failure(question -> question.uri().getPath().equals("/fhir/Patient")
                ? Reply.of(bundle(next("/page?2"), patient("U1", TARGET)))
                : Reply.stalling(bundle("", patient("U2", TARGET)), 10), IMPATIENT);
        assertThat(failure.kind()).isEqualTo(Kind.SILENT);
    }

    @Test
    void anAnswerWithoutEndIsNotTaken() throws Exception {
        String huge = IntStream.range(0, 5000).mapToObj(_ -> patient("U1", TARGET)).collect(Collectors.joining(","));
        assertThat(failure(_ -> Reply.of(bundle("", huge))).kind()).isEqualTo(Kind.BROKEN);
    }
}
