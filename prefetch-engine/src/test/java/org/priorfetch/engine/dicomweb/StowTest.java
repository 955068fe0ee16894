package org.priorfetch.engine.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.dicom.Part10Head;
import org.priorfetch.engine.dicom.TestStudy;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyStore.Delivery;
import org.priorfetch.engine.testing.FreePort;
import org.priorfetch.engine.tls.HttpLogin;

/** What becomes of instances that a server takes, refuses, or does not answer for. */
@Timeout(30)
class StowTest {

    private static final String JSON = "application/dicom+json";
    private static final WebWaits IMPATIENT = new WebWaits(Duration.ofSeconds(10), Duration.ofSeconds(2),
            Duration.ofSeconds(20), Duration.ofSeconds(20));

    @TempDir
    Path folder;

    private InstanceInFlight image() {
        return TestStudy.createLarge(LocalDate.EPOCH, folder);
    }

    /** One that breaks off after so many bytes. */
    private record Breaking(InstanceInFlight whole, int after) implements InstanceInFlight {

        @Override
        public InstanceHeader header() {
            return whole.header();
        }

        @Override
        public String transferSyntaxUid() {
            return whole.transferSyntaxUid();
        }

        @Override
        public long writeTo(OutputStream out, AttributeChanges changes) throws IOException {
            out.write(new byte[after]);
            throw new BrokenInstanceException(new IOException("the archive is gone"));
        }
    }

    private static Delivery deliver(InstanceInFlight image, ScriptedWebServer.Script script) throws Exception {
        try (ScriptedWebServer scripted = new ScriptedWebServer(script);
                WebServer server = scripted.open(HttpLogin.NONE)) {
            return new StowStore(server, new Part10Head()).deliver(image, AttributeChanges.NONE, new SpentTime());
        }
    }

    private static Delivery answered(InstanceInFlight image, int status, String type, String body) throws Exception {
        return deliver(image, exchange -> {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            ScriptedWebServer.send(exchange, status, type, body);
        });
    }

    private static String item(String sequence, InstanceInFlight image, String more) {
        return "{\"%s\":{\"vr\":\"SQ\",\"Value\":[{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"%s\"]}%s}]}}"
                .formatted(sequence, image.header().instance().sopInstanceUid(), more);
    }

    private static String reason(String tag, int status) {
        return ",\"%s\":{\"vr\":\"US\",\"Value\":[%d]}".formatted(tag, status);
    }

    @Test
    void anInstanceIsSentWholeInOnePart() throws Exception {
        InstanceInFlight image = image();
        AtomicReference<String> sent = new AtomicReference<>();
        List<String> headers = new CopyOnWriteArrayList<>();
        Delivery delivery = deliver(image, exchange -> {
            headers.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            headers.add(exchange.getRequestHeaders().getFirst("Content-Type"));
            headers.add(exchange.getRequestHeaders().getFirst("Accept"));
            headers.add(String.valueOf(exchange.getRequestHeaders().getFirst("Expect")));
            sent.set(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
            ScriptedWebServer.send(exchange, 200, JSON, item("00081199", image, ""));
        });
        assertThat(headers.getFirst()).isEqualTo("POST /web/studies");
        assertThat(headers.get(1)).startsWith("multipart/related; type=\"application/dicom\"; boundary=");
        assertThat(headers.subList(2, 4)).containsExactly(JSON, "null");
        String boundary = headers.get(1).replaceFirst(".*boundary=", "");
        assertThat(sent.get()).startsWith("--" + boundary + "\r\nContent-Type: application/dicom\r\n\r\n")
                .endsWith("\r\n--" + boundary + "--\r\n")
                .contains("DICM", image.header().instance().sopInstanceUid());
        assertThat(delivery).isInstanceOfSatisfying(Delivery.Stored.class,
                stored -> assertThat(stored.bytes()).isBetween(724L * 724, 724L * 724 + 2000));
    }

    @ParameterizedTest
    @CsvSource({"0x0111,true,", "0xA700,false,false", "0xA7FF,false,false", "0x0122,false,true", "0xC000,false,true"})
    void whyItWasRefusedIsTakenAsOverDimse(String status, boolean stored, Boolean lasting) throws Exception {
        InstanceInFlight image = image();
        String json = item("00081198", image, reason("00081197", Integer.decode(status)));
        assertOutcome(answered(image, 409, JSON, json), stored, lasting);
    }

    @ParameterizedTest
    @CsvSource({"200,true,", "202,false,true", "409,false,true", "400,false,true", "413,false,true", "415,false,true",
            "503,false,false", "429,false,false", "507,false,false"})
    void aStatusAloneSaysEnough(int status, boolean stored, Boolean lasting) throws Exception {
        assertOutcome(answered(image(), status, JSON, ""), stored, lasting);
    }

    @ParameterizedTest
    @CsvSource({"7,7", "3600,300", "0,1", "soon,0", ",0"})
    void saysForHowLongItWantsToBeLeftAlone(@Nullable String stated, int seconds) throws Exception {
        Delivery delivery = deliver(image(), exchange -> {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            if (stated != null) {
                exchange.getResponseHeaders().set("Retry-After", stated);
            }
            ScriptedWebServer.send(exchange, 503, JSON, "");
        });
        assertThat(delivery).isInstanceOfSatisfying(Delivery.Refused.class,
                refused -> assertThat(refused.rest()).hasSeconds(seconds));
    }

    private static void assertOutcome(Delivery delivery, boolean stored, Boolean lasting) {
        if (stored) {
            assertThat(delivery).isInstanceOf(Delivery.Stored.class);
        } else {
            assertThat(delivery).isInstanceOfSatisfying(Delivery.Refused.class,
                    refused -> assertThat(refused.lasting()).isEqualTo(lasting));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"00081198\":{\"vr\":\"SQ\"}}"})
    void whoLeavesItOutHasNotTakenIt(String json) throws Exception {
        assertOutcome(answered(image(), 200, JSON, json), false, true);
    }

    @Test
    void aWarningIsNoRefusal() throws Exception {
        InstanceInFlight image = image();
        assertThat(answered(image, 202, JSON, item("00081199", image, reason("00081196", 0xB000))))
                .isInstanceOf(Delivery.Stored.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xA700, 0x0110})
    void xmlIsRead(int status) throws Exception {
        InstanceInFlight image = image();
        String uid = image.header().instance().sopInstanceUid();
        String xml = """
                <?xml version="1.0"?><NativeDicomModel><DicomAttribute tag="00081198" vr="SQ"><Item number="1">
                <DicomAttribute tag="00081155" vr="UI"><Value number="1">%s</Value></DicomAttribute>
                <DicomAttribute tag="00081197" vr="US"><Value number="1">%d</Value></DicomAttribute>
                </Item></DicomAttribute></NativeDicomModel>""".formatted(uid, status);
        assertThat(answered(image, 409, "application/dicom+xml", xml)).isInstanceOfSatisfying(Delivery.Refused.class,
                refused -> {
                    assertThat(refused.lasting()).isEqualTo(status == 0x0110);
                    assertThat(refused.reason().text()).contains(String.format("%04X", status));
                });
        assertThat(answered(image(), 202, "application/dicom+xml", xml.replace("00081198", "00081199")))
                .isInstanceOf(Delivery.Refused.class); // another one's
    }

    @ParameterizedTest
    @CsvSource({"401,REFUSED", "403,REFUSED", "404,FAILED", "500,FAILED"})
    void whoDoesNotLetUsInIsSaid(int status, Kind kind) {
        assertThatThrownBy(() -> answered(image(), status, "text/plain", "no"))
                .isInstanceOfSatisfying(PeerException.class, failure -> assertThat(failure.kind()).isEqualTo(kind));
    }

    /** It need not hear the rest of what it does not want. */
    @Test
    void anAnswerBeforeTheEndEndsIt() throws Exception {
        try {
            assertThat(deliver(image(), exchange -> ScriptedWebServer.send(exchange, 413, "text/plain", "too large")))
                    .isInstanceOf(Delivery.Refused.class);
        } catch (PeerException broken) {
            assertThat(broken.kind()).isEqualTo(Kind.BROKEN); // the line was closed before the answer was read
        }
    }

    @Test
    void whoNeverAnswersIsSilent() throws Exception {
        try (ScriptedWebServer scripted = new ScriptedWebServer(exchange -> {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            exchange.getRequestBody().read();
            pause();
        }); WebServer server = ScriptedWebServer.open(scripted.base(), HttpLogin.NONE, IMPATIENT)) {
            assertThatThrownBy(() -> new StowStore(server, new Part10Head()).deliver(image(), AttributeChanges.NONE,
                    new SpentTime()))
                    .isInstanceOfSatisfying(PeerException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.SILENT));
        }
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(25, TimeUnit.SECONDS);
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void whoIsNotThereIsUnreachable() {
        URI nobody = URI.create("http://127.0.0.1:" + FreePort.pick());
        try (WebServer server = ScriptedWebServer.open(nobody, HttpLogin.NONE, WebWaits.DEFAULT)) {
            assertThatThrownBy(() -> new StowStore(server, new Part10Head()).deliver(image(), AttributeChanges.NONE,
                    new SpentTime()))
                    .isInstanceOfSatisfying(PeerException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 100, 40_000, 5_000_000})
    void whatBreaksOffNeverLooksWhole(int after) throws Exception {
        List<String> heard = new CopyOnWriteArrayList<>();
        try (ScriptedWebServer scripted = new ScriptedWebServer(exchange -> {
            try {
                byte[] all = exchange.getRequestBody().readAllBytes();
                heard.add("an end after " + all.length);
            } catch (IOException broken) {
                heard.add("broken");
            }
        }); WebServer server = scripted.open(HttpLogin.NONE)) {
            StowStore store = new StowStore(server, new Part10Head());
            assertThatThrownBy(() -> store.deliver(new Breaking(image(), after), AttributeChanges.NONE,
                    new SpentTime())).isInstanceOf(BrokenInstanceException.class);
        }
        assertThat(heard).allMatch("broken"::equals);
    }

    @Test
    void theTimeIsThePacss() throws Exception {
        SpentTime spent = new SpentTime();
        try (ScriptedWebServer scripted = new ScriptedWebServer(exchange -> {
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            ScriptedWebServer.send(exchange, 200, JSON, "");
        }); WebServer server = scripted.open(HttpLogin.NONE)) {
            new StowStore(server, new Part10Head()).deliver(image(), AttributeChanges.NONE, spent);
        }
        assertThat(spent.nanos(TimePart.PACS)).isPositive().isEqualTo(spent.nanos());
    }

    @Test
    void aTokenThatIsNotTakenIsReplacedForTheNextInstance() throws Exception {
        AtomicInteger given = new AtomicInteger();
        try (ScriptedWebServer scripted = new ScriptedWebServer(exchange -> {
            if (exchange.getRequestURI().getPath().endsWith("/token")) {
                ScriptedWebServer.send(exchange, 200, "application/json",
                        "{\"access_token\":\"t%d\",\"token_type\":\"Bearer\",\"expires_in\":3600}"
                                .formatted(given.incrementAndGet()));
                return;
            }
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            boolean known = "Bearer t2".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            ScriptedWebServer.send(exchange, known ? 200 : 401, JSON, "");
        });
                WebServer server = scripted.open(new HttpLogin.ClientCredentials(URI.create(scripted.base() + "/token"),
                        "us", "secret", ""))) {
            StowStore store = new StowStore(server, new Part10Head());
            assertThatThrownBy(() -> store.deliver(image(), AttributeChanges.NONE, new SpentTime()))
                    .isInstanceOfSatisfying(PeerException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(Kind.REFUSED));
            Delivery _ = store.deliver(image(), AttributeChanges.NONE, new SpentTime());
            assertThat(given).hasValue(2);
        }
    }
}
