package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.demo.SlowLine;
import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.dicom.FileSpool;
import org.priorfetch.engine.dicom.Part10Head;
import org.priorfetch.engine.dicom.Part10Reader;
import org.priorfetch.engine.dicomweb.StowStore;
import org.priorfetch.engine.dicomweb.WadoRetriever;
import org.priorfetch.engine.dicomweb.WebServer;
import org.priorfetch.engine.dicomweb.WebWaits;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TimeSplit;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.StudyRetriever;
import org.priorfetch.engine.port.StudyStore;
import org.priorfetch.engine.testing.StoppedClock;
import org.priorfetch.engine.tls.HttpLogin;
import org.priorfetch.engine.web.HttpExchanges;
import org.priorfetch.engine.web.HttpWaits;
import org.priorfetch.engine.web.WebLogin;

/** Whose the time is that a peer took which fell silent in the middle of a study, until its deadline ended that. */
@Timeout(120)
class SilentPeersTest extends TwoArchives {

    private static final int IMAGES = 8;
    private static final int PIXEL_BYTES = 400_000;
    private static final int IN_THE_MIDDLE = 1_500_000;
    private static final Duration SOON = Duration.ofSeconds(2);

    /** Longer than a line may be quiet. */
    private static final Duration LATER = Duration.ofSeconds(6);
    private static final Deadlines DEADLINES = new Deadlines(SOON, SOON, LATER, LATER, LATER, Duration.ofSeconds(5),
            Duration.ofSeconds(1));
    private static final WebWaits WEB_WAITS = new WebWaits(SOON, LATER, LATER, LATER);

    private final JobProgress progress = new JobProgress(() -> {});

    @BeforeEach
    void archive() throws IOException {
        archived(STUDY, 1, IMAGES, PIXEL_BYTES);
    }

    private void relay(RelayRig rig, StudyRetriever retriever, StudyStore store, int lanes) throws IOException {
        RelayPeers peers = new RelayPeers(rig.peers.source(), retriever, rig.peers.pacs(), store, lanes);
        StudyRelays relays = new StudyRelays(Map.of(TestJobs.SOURCE, peers), new FileSpool(spool()),
                new SamePatient(rig.clock.now()), rig.jobs, rig.ledger, rig.clock);
        assertThat(relays.relay(rig.add(TestJobs.of(STUDY)), progress, new Cancellation()).outcome())
                .isInstanceOf(TransferOutcome.Postponed.class);
    }

    private void assertMostly(TimePart part) {
        TimeSplit split = progress.times().split();
        assertThat(split.largest()).as("%s", split.parts()).contains(part);
        TimeSplit.Part ours = split.parts().get(TimePart.OURS);
        assertThat(ours == null ? Duration.ZERO : ours.share()).as("ours in %s", split.parts())
                .isLessThan(split.took().dividedBy(5));
    }

    private static WebServer web(SlowLine line) {
        WebLogin nobody = new WebLogin(HttpLogin.NONE,
                () -> new HttpExchanges("web", null, HttpWaits.DEFAULT, "dicomweb.login"), new StoppedClock());
        return new WebServer("web", URI.create("http://127.0.0.1:" + line.port() + "/web"), null, nobody, 2, _ -> 0,
                WEB_WAITS);
    }

    private interface Script {
        void answer(HttpExchange exchange) throws IOException;
    }

    private static HttpServer serve(ExecutorService threads, Script script) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                script.answer(exchange);
            }
        });
        server.start();
        return server;
    }

    private void sendSeries(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=b");
        exchange.sendResponseHeaders(200, 0);
        OutputStream body = exchange.getResponseBody();
        try (Stream<Path> files = Files.list(written(STUDY))) {
            for (Path file : files.toList()) {
                body.write("\r\n--b\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                Files.copy(file, body);
            }
        }
        body.write("\r\n--b--\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aSourceIsToldThatStopsSendingOnOurAssociation() throws IOException {
        try (SlowLine line = SlowLine.to(source.port(), Duration.ZERO, null);
                RelayRig rig = between(line.port()).deadlines(DEADLINES, Deadlines.DEFAULT).start()) {
            line.standStillAfter(IN_THE_MIDDLE);
            relay(rig, rig.peers.retriever(), rig.peers.store(), 1);
            assertMostly(TimePart.SOURCE);
        }
    }

    @Test
    void aSourceIsToldThatStopsSendingOnItsOwnAssociation() throws IOException {
        try (RelayRig rig = between().deadlines(DEADLINES, Deadlines.DEFAULT).moveTo(0).start();
                SlowLine line = SlowLine.to(rig.storagePort(), Duration.ZERO, null)) {
            source.destination(RelayRig.AE_TITLE, line.port());
            line.standStillAfter(IN_THE_MIDDLE);
            relay(rig, rig.peers.retriever(), rig.peers.store(), 1);
            assertMostly(TimePart.SOURCE);
        }
    }

    @Test
    void aSourceIsToldThatStopsSendingAnAnswer() throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            HttpServer server = serve(threads, this::sendSeries);
            try (SlowLine line = SlowLine.to(server.getAddress().getPort(), Duration.ZERO, null);
                    WebServer web = web(line);
                    RelayRig rig = between().start()) {
                line.standStillAfter(IN_THE_MIDDLE);
                relay(rig, new WadoRetriever(web, new Part10Reader(folder)), rig.peers.store(), 2);
                assertMostly(TimePart.SOURCE);
            } finally {
                server.stop(0);
            }
        }
    }

    /** All but one wait for the association that it has, or for a new one. */
    @Test
    void aPacsIsToldThatStopsTakingWhatItIsSent() throws IOException {
        pacs.faults().window(1);
        try (SlowLine line = SlowLine.to(pacs.port(), Duration.ZERO, null);
                RelayRig rig = new RelayRig.Builder(spool()).from("REGIONAL", source.port())
                        .to("LOCALPACS", line.port())
                        .pacsBudget(ONE)
                        .deadlines(Deadlines.DEFAULT, DEADLINES)
                        .start()) {
            line.standStillAfter(IN_THE_MIDDLE);
            relay(rig, rig.peers.retriever(), new PacedStore(rig.peers.store(), () -> 4, _ -> 0), 4);
            assertMostly(TimePart.PACS);
        }
    }

    @Test
    void aPacsIsToldThatStopsTakingRequests() throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            HttpServer server = serve(threads, exchange -> {
                exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                exchange.sendResponseHeaders(200, -1);
            });
            try (SlowLine line = SlowLine.to(server.getAddress().getPort(), Duration.ZERO, null);
                    WebServer web = web(line);
                    RelayRig rig = between().start()) {
                line.standStillAfter(IN_THE_MIDDLE);
                relay(rig, rig.peers.retriever(), new PacedStore(new StowStore(web, new Part10Head()), () -> 4, _ -> 0),
                        4);
                assertMostly(TimePart.PACS);
            } finally {
                server.stop(0);
            }
        }
    }

    @Test
    void aPacsIsToldThatStopsInItsAnswer() throws IOException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            HttpServer server = serve(threads, exchange -> {
                exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
                exchange.getResponseHeaders().set("Content-Type", "application/dicom+json");
                exchange.sendResponseHeaders(200, 10_000_000);
                exchange.getResponseBody().write(new byte[10_000_000]);
            });
            try (SlowLine line = SlowLine.to(server.getAddress().getPort(), Duration.ZERO, null);
                    WebServer web = web(line);
                    RelayRig rig = between().start()) {
                line.standStillAfter(IN_THE_MIDDLE);
                relay(rig, rig.peers.retriever(), new PacedStore(new StowStore(web, new Part10Head()), () -> 4, _ -> 0),
                        1);
                assertMostly(TimePart.PACS);
            } finally {
                server.stop(0);
            }
        }
    }
}
