package org.priorfetch.engine.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.dicom.Part10Reader;
import org.priorfetch.engine.model.Availability;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.port.StudyRetriever;
import org.priorfetch.engine.tls.HttpLogin;

/** An archive that must fetch images from a slow store before it hands them out by WADO-RS. */
class NearlineWebTest {

    private static final WebWaits WAITS = answeringWithin(Duration.ofSeconds(8));
    /** More than an answer may take as a rule, and less than the ten seconds of an archive that does not say when. */
    private static final Duration PATIENCE = Duration.ofSeconds(9);
    private static final InstanceRef INSTANCE = new InstanceRef(ImageFile.uid("2.25.1", 1, 1), "", "2.25.1.1");

    private final List<String> arrived = new ArrayList<>();
    private final SpentTime spent = new SpentTime();
    private byte[] image;

    @TempDir
    Path folder;

    @BeforeEach
    void make() throws IOException {
        image = Files.readAllBytes(new ImageFile("2.25.1", 1, 1).write(folder));
    }

    private static WebWaits answeringWithin(Duration answer) {
        return new WebWaits(Duration.ofSeconds(10), answer, Duration.ofSeconds(20), Duration.ofSeconds(20));
    }

    private void give(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/dicom");
        exchange.sendResponseHeaders(200, image.length);
        exchange.getResponseBody().write(image);
    }

    private static void later(HttpExchange exchange, int status, String retryAfter) throws IOException {
        if (!retryAfter.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", retryAfter);
        }
        exchange.sendResponseHeaders(status, -1);
    }

    private void retrieve(ScriptedWebServer peer, Duration patience, Cancellation cancellation) throws PeerException {
        retrieve(peer, WAITS, patience, cancellation);
    }

    private void retrieve(ScriptedWebServer peer, WebWaits waits, Duration patience, Cancellation cancellation)
            throws PeerException {
        try (WebServer server = ScriptedWebServer.open(peer.base(), HttpLogin.NONE, waits)) {
            StudyRetriever usual = new WadoRetriever(server, new Part10Reader(folder));
            (patience.isZero() ? usual : usual.waiting(patience)).retrieve(
                    new RetrieveRequest("2.25.1", "2.25.1.1", List.of(INSTANCE)), instance -> {
                        arrived.add(instance.header().instance().sopInstanceUid());
                        return InstanceReceiver.Answer.TAKEN;
                    }, cancellation, spent);
        }
    }

    private ScriptedWebServer afterTwo(int status, String retryAfter) throws IOException {
        AtomicInteger asked = new AtomicInteger();
        return new ScriptedWebServer(exchange -> {
            if (asked.incrementAndGet() <= 2) {
                later(exchange, status, retryAfter);
            } else {
                give(exchange);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"202, 1", "202, 0", "503, 1", "503, 0"})
    void isAskedAgainWhenItSays(int status, String retryAfter) throws Exception {
        try (ScriptedWebServer peer = afterTwo(status, retryAfter)) {
            retrieve(peer, PATIENCE, new Cancellation());
            assertThat(peer.asked()).hasSize(3);
        }
        assertThat(arrived).containsExactly(INSTANCE.sopInstanceUid());
        assertThat(Duration.ofNanos(spent.nanos(TimePart.SOURCE))).as("never at once, and it is the archive's time")
                .isGreaterThanOrEqualTo(Duration.ofSeconds(2));
    }

    @Test
    void aDateIsReadByTheArchivesOwnClock() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        try (ScriptedWebServer peer = new ScriptedWebServer(exchange -> {
            if (asked.incrementAndGet() == 1) {
                exchange.getResponseHeaders().set("Date", "Sun, 06 Nov 1994 08:49:37 GMT");
                later(exchange, 202, "Sun, 06 Nov 1994 08:49:39 GMT");
            } else {
                give(exchange);
            }
        })) {
            retrieve(peer, PATIENCE, new Cancellation());
        }
        assertThat(arrived).hasSize(1);
    }

    @Test
    void itsSilenceMayLastLongerThanThatOfOthers() throws Exception {
        WebWaits waits = answeringWithin(Duration.ofSeconds(4));
        AtomicInteger asked = new AtomicInteger();
        CountDownLatch never = new CountDownLatch(1);
        ScriptedWebServer.Script slow = exchange -> {
            try {
                assertThat(never.await(asked.incrementAndGet() == 1 ? 25 : 6, TimeUnit.SECONDS)).isFalse();
            } catch (InterruptedException closing) {
                Thread.currentThread().interrupt();
            }
            give(exchange);
        };
        try (ScriptedWebServer peer = new ScriptedWebServer(slow)) {
            assertFails(() -> retrieve(peer, waits, Duration.ZERO, new Cancellation()), Kind.SILENT);
            retrieve(peer, waits, Duration.ofSeconds(30), new Cancellation());
        }
        assertThat(arrived).hasSize(1);
    }

    @Test
    void waitingForItEnds() throws Exception {
        try (ScriptedWebServer peer = new ScriptedWebServer(exchange -> later(exchange, 202, "1"))) {
            long begun = System.nanoTime();
            PeerException failure = assertFails(peer, PATIENCE, Kind.SILENT);
            assertThat(failure.reason().has("dicomweb.preparing")).isTrue();
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(5),
                    Duration.ofSeconds(60));
            assertThat(peer.asked()).hasSizeBetween(3, 9);
        }
    }

    @ParameterizedTest
    @CsvSource({"202, ''", "202, 3600", "202, tomorrow", "503, 3600"})
    void whoWantsLongerThanIsLeftIsNotWaitedFor(int status, String retryAfter) throws Exception {
        try (ScriptedWebServer peer = new ScriptedWebServer(exchange -> later(exchange, status, retryAfter))) {
            PeerException failure = assertFails(peer, PATIENCE, Kind.SILENT);
            assertThat(failure.reason().has("dicomweb.preparing")).isTrue();
            assertThat(peer.asked()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "9, ''"})
    void anOverloadStaysOne(int patience, String retryAfter) throws Exception {
        try (ScriptedWebServer peer = new ScriptedWebServer(exchange -> later(exchange, 503, retryAfter))) {
            assertFails(peer, Duration.ofSeconds(patience), Kind.REFUSED);
            assertThat(peer.asked()).hasSize(1);
        }
    }

    @Test
    void theWaitCanBeCancelled() throws Exception {
        Cancellation cancellation = new Cancellation();
        try (ScriptedWebServer peer = new ScriptedWebServer(exchange -> {
            later(exchange, 202, "30");
            cancellation.cancel();
        })) {
            assertFails(() -> retrieve(peer, Duration.ofSeconds(60), cancellation), Kind.CANCELLED);
        }
        assertThat(Duration.ofNanos(spent.nanos(TimePart.SOURCE))).isLessThan(Duration.ofSeconds(20));
    }

    private PeerException assertFails(ScriptedWebServer peer, Duration patience, Kind kind) {
        return assertFails(() -> retrieve(peer, patience, new Cancellation()), kind);
    }

    private static PeerException assertFails(ThrowingCallable retrieval, Kind kind) {
        PeerException failure = catchThrowableOfType(PeerException.class, retrieval);
        assertThat(failure).isNotNull();
        assertThat(failure.kind()).isEqualTo(kind);
        return failure;
    }

    @ParameterizedTest
    @CsvSource({"NEARLINE, NEARLINE", "OFFLINE, OFFLINE", "ONLINE, ONLINE", "UNAVAILABLE, UNAVAILABLE", "'', UNKNOWN"})
    void itSaysSoWhenItIsSearched(String stated, Availability understood) throws Exception {
        String study = """
                [{"0020000D":{"vr":"UI","Value":["2.25.1"]},"00100020":{"vr":"LO","Value":["4711"]},
                "00081030":{"vr":"LO","Value":["Chest"]},"00080061":{"vr":"CS","Value":["CT"]},
                "00080056":{"vr":"CS","Value":["%s"]}}]""".formatted(stated);
        try (ScriptedWebServer peer = new ScriptedWebServer(
                exchange -> ScriptedWebServer.send(exchange, 200, "application/dicom+json", study));
                WebServer server = peer.open(HttpLogin.NONE)) {
            assertThat(new QidoFinder(server, false).findStudies(new StudyQuery.ByUid("2.25.1")))
                    .extracting(PriorCandidate::availability)
                    .containsExactly(understood);
            assertThat(peer.asked()).allMatch(query -> query.contains("00080056"));
        }
    }
}
