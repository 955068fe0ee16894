package org.priorfetch.engine.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.dicom.RateLimit;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.Bandwidth;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.tls.HttpLogin;

/** All requests to one server keep to one bandwidth. What a loaded computer makes slower is no failure. */
@Timeout(60)
class LimitedWebTest {

    private static final int BYTES_PER_SECOND = 1_000_000;
    private static final int BURST = BYTES_PER_SECOND / 4;
    private static final int BODY = 500_000;
    private static final int REQUESTS = 4;

    @Test
    void whatAllAnswersBringCounts() throws Exception {
        SpentTime spent = new SpentTime();
        String body = "x".repeat(BODY);
        long begun = System.nanoTime();
        try (ScriptedWebServer peer = new ScriptedWebServer(
                exchange -> ScriptedWebServer.send(exchange, 200, "text/plain", body));
                WebServer server = ScriptedWebServer.open(peer.base(), HttpLogin.NONE, WebWaits.DEFAULT,
                        RateLimit.of(8L * BYTES_PER_SECOND));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = IntStream.range(0, REQUESTS)
                    .mapToObj(_ -> threads
                            .submit(() -> server.get("/x", "text/plain", server.waits().answer(), spent, () -> false,
                                    answer -> answer.body().readAllBytes().length)))
                    .toList();
            for (Future<Integer> length : asked) {
                assertThat(length.get()).isEqualTo(BODY);
            }
        }
        long took = System.nanoTime() - begun;
        assertThat((long) REQUESTS * BODY - BURST).isLessThanOrEqualTo((long) (1.05 * BYTES_PER_SECOND * took / 1e9));
        assertThat(spent.nanos(TimePart.LIMIT)).isGreaterThan(TimeUnit.SECONDS.toNanos(1));
    }

    /** Answers and bodies of requests, side by side. */
    @Test
    void whatIsSentSharesItWithWhatArrives() throws Exception {
        SpentTime spent = new SpentTime();
        String body = "x".repeat(BODY);
        long begun = System.nanoTime();
        try (ScriptedWebServer peer = new ScriptedWebServer(exchange -> {
            boolean takes = exchange.getRequestMethod().equals("POST");
            exchange.getRequestBody().transferTo(OutputStream.nullOutputStream());
            ScriptedWebServer.send(exchange, 200, "text/plain", takes ? "" : body);
        });
                WebServer server = ScriptedWebServer.open(peer.base(), HttpLogin.NONE, WebWaits.DEFAULT,
                        RateLimit.of(8L * BYTES_PER_SECOND));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> asked = IntStream.range(0, REQUESTS)
                    .mapToObj(number -> threads.submit(() -> number % 2 == 0
                            ? server.get("/x", "text/plain", server.waits().answer(), spent, () -> false,
                                    answer -> answer.body().readAllBytes().length)
                            : server.post("/x", "text/plain", spent,
                                    out -> out.write(body.getBytes(StandardCharsets.US_ASCII)), _ -> BODY)))
                    .toList();
            for (Future<Integer> length : asked) {
                assertThat(length.get()).isEqualTo(BODY);
            }
        }
        long took = System.nanoTime() - begun;
        assertThat((long) REQUESTS * BODY - BURST).isLessThanOrEqualTo((long) (1.05 * BYTES_PER_SECOND * took / 1e9));
        assertThat(spent.nanos(TimePart.LIMIT)).isGreaterThan(TimeUnit.SECONDS.toNanos(1));
    }

    @Test
    void whatIsSaidBesidesCountsToo() throws Exception {
        try (ScriptedWebServer peer = new ScriptedWebServer(exchange -> exchange.sendResponseHeaders(204, -1))) {
            AtomicLong carried = new AtomicLong();
            Bandwidth oneByteInANanosecond = bytes -> {
                carried.addAndGet(bytes);
                return bytes;
            };
            SpentTime spent = new SpentTime();
            try (WebServer server = ScriptedWebServer.open(peer.base(), HttpLogin.NONE, WebWaits.DEFAULT,
                    oneByteInANanosecond)) {
                for (int request = 0; request < 5; request++) {
                    server.get("/" + "q".repeat(1_000), "text/plain", server.waits().answer(), spent, () -> false,
                            Answer::status);
                }
            }
            assertThat(carried.get()).isGreaterThan(5_000);
            assertThat(spent.nanos(TimePart.LIMIT)).isEqualTo(carried.get());
        }
    }
}
