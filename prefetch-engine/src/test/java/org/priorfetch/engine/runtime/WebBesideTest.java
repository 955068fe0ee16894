package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.testing.FreePort;

/** An archive whose DICOM port is shut, with a DICOMweb service that wants to know who asks. */
class WebBesideTest {

    private static final RetrieveRequest REQUEST = new RetrieveRequest("2.25.1", "2.25.2",
            List.of(new InstanceRef("2.25.2", "2.25.3", "1.2.840.10008.5.1.4.1.1.2")));

    private final List<String> shown = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @TempDir
    Path folder;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/dicom-web", exchange -> {
            shown.add(Objects.requireNonNullElse(exchange.getRequestHeaders().getFirst("Authorization"), "nobody"));
            answer(exchange, 404, "");
        });
        server.createContext("/token", exchange -> answer(exchange, 200,
                "{\"access_token\":\"given\",\"token_type\":\"Bearer\",\"expires_in\":300}"));
        server.start();
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private SiteSettings site(String login) throws IOException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        Path site = Files.writeString(folder.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: %d}
                sources:
                  - {name: regional, type: dimse, aeTitle: REGIONAL, host: 127.0.0.1, port: %d, web: "%s/dicom-web", %s}
                """.formatted(FreePort.pick(), FreePort.pick(), url, login.replace("URL", url)));
        Files.writeString(folder.resolve("secret"), "secret");
        return ((ReadResult.Valid) SiteSettingsReader.read(site)).settings();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            auth: none                                                                     | nobody
            `auth: basic, user: us, password: "${file:secret}"`                             | Basic dXM6c2VjcmV0
            `auth: bearer, token: "${file:secret}"`                                         | Bearer secret
            `auth: oauth2, tokenUrl: "URL/token", user: us, password: "${file:secret}"`     | Bearer given
            """)
    void isShownOurLogin(String login, String expected) throws IOException {
        try (SiteConnections connections = new SiteConnections(site(login), folder.resolve("spool"), false,
                new SystemClock(), Deadlines.DEFAULT)) {
            Throwable _ = catchThrowable(() -> Objects.requireNonNull(connections.relays().get("regional"))
                    .retriever()
                    .retrieve(REQUEST, _ -> InstanceReceiver.Answer.TAKEN, new Cancellation(), new SpentTime()));
        }
        assertThat(shown).isNotEmpty().containsOnly(expected);
    }

    @Test
    void theDoctorSaysWhatIsWrongWithItWhateverDimseDoes() throws IOException {
        try (SiteConnections connections = new SiteConnections(site("auth: none"), folder.resolve("spool"), false,
                new SystemClock(), Deadlines.DEFAULT)) {
            PeerCheck check = connections.probes()
                    .stream()
                    .filter(probe -> probe.name().equals("regional"))
                    .findFirst()
                    .orElseThrow()
                    .probe();
            assertThat(check.steps()).extracting(ProbeStep::step).containsExactly("name", "tcp", "web");
            assertThat(check.steps().getLast().ok()).isFalse();
            assertThat(Objects.requireNonNull(check.steps().getLast().advice()).text()).contains("/dicom-web");
        }
    }
}
