package org.priorfetch.engine.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.dicom.Part10Reader;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.tls.HttpLogin;

/** A stream that is not wanted any more ends behind the instance that is on its way. */
@Timeout(60)
class CancelledWebTest {

    private static final String STUDY = "2.25.9";
    private static final int INSTANCES = 3;

    @TempDir
    Path folder;

    private void send(HttpExchange exchange) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "multipart/related; boundary=b");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        for (int number = 1; number <= INSTANCES; number++) {
            out.write("--b\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            out.write(Files.readAllBytes(new ImageFile(STUDY, 1, number).pixels(400_000).write(folder)));
            out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        out.write("--b--\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void whatIsOnItsWayArrivesWhole() throws Exception {
        Cancellation cancellation = new Cancellation();
        List<Long> arrived = new CopyOnWriteArrayList<>();
        List<InstanceRef> wanted = IntStream.rangeClosed(1, INSTANCES)
                .mapToObj(number -> new InstanceRef(ImageFile.uid(STUDY, 1, number), "", STUDY + ".1"))
                .toList();
        InstanceReceiver slow = instance -> {
            cancellation.cancel();
            boolean _ = new Cancellation().await(Duration.ofSeconds(1));
            try {
                arrived.add(instance.writeTo(OutputStream.nullOutputStream(), AttributeChanges.NONE));
            } catch (IOException broken) {
                return InstanceReceiver.Answer.REJECTED;
            }
            return InstanceReceiver.Answer.TAKEN;
        };
        try (ScriptedWebServer peer = new ScriptedWebServer(this::send); WebServer server = peer.open(HttpLogin.NONE)) {
            assertThatThrownBy(() -> new WadoRetriever(server, new Part10Reader(folder)).retrieve(
                    new RetrieveRequest(STUDY, STUDY + ".1", wanted), slow, cancellation, new SpentTime()))
                    .isInstanceOfSatisfying(PeerException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(PeerException.Kind.CANCELLED));
        }
        assertThat(arrived).singleElement().satisfies(bytes -> assertThat(bytes).isGreaterThan(400_000));
    }

    private long inVain(Cancellation cancellation, InstanceReceiver receiver) throws Exception {
        AtomicLong inVain = new AtomicLong();
        List<InstanceRef> wanted = IntStream.rangeClosed(1, INSTANCES)
                .mapToObj(number -> new InstanceRef(ImageFile.uid(STUDY, 1, number), "", STUDY + ".1"))
                .toList();
        try (ScriptedWebServer peer = new ScriptedWebServer(this::send); WebServer server = peer.open(HttpLogin.NONE)) {
            new WadoRetriever(server, new Part10Reader(folder)).retrieve(
                    new RetrieveRequest(STUDY, STUDY + ".1", wanted), receiver, cancellation,
                    new SpentTime(inVain::addAndGet));
        } catch (PeerException stopped) {
            assertThat(stopped.kind()).isEqualTo(PeerException.Kind.CANCELLED);
        }
        return inVain.get();
    }

    private static InstanceReceiver.Answer read(InstanceInFlight instance) {
        try {
            instance.writeTo(OutputStream.nullOutputStream(), AttributeChanges.NONE);
            return InstanceReceiver.Answer.TAKEN;
        } catch (IOException broken) {
            return InstanceReceiver.Answer.BROKEN;
        }
    }

    @Test
    void whatHadComeBehindTheLastOneWasInVain() throws Exception {
        Cancellation cancellation = new Cancellation();
        assertThat(inVain(cancellation, instance -> {
            InstanceReceiver.Answer answer = read(instance);
            cancellation.cancel();
            return answer;
        })).isBetween(1L, (INSTANCES - 1) * 401_000L);
    }

    @Test
    void soIsAllOfOneForWhichThereIsNoRoom() throws Exception {
        Cancellation cancellation = new Cancellation();
        assertThat(inVain(cancellation, instance -> {
            InstanceReceiver.Answer _ = read(instance);
            cancellation.cancel();
            return InstanceReceiver.Answer.NO_ROOM;
        })).isBetween(400_000L, INSTANCES * 401_000L);
    }

    @Test
    void nothingIsWhereAllIsTaken() throws Exception {
        assertThat(inVain(new Cancellation(), CancelledWebTest::read)).isZero();
    }

    /** Though there is nothing left to stop. */
    @Test
    void nothingIsWhereItIsStoppedBehindTheLast() throws Exception {
        Cancellation cancellation = new Cancellation();
        AtomicInteger came = new AtomicInteger();
        assertThat(inVain(cancellation, instance -> {
            InstanceReceiver.Answer answer = read(instance);
            if (came.incrementAndGet() == INSTANCES) {
                cancellation.cancel();
            }
            return answer;
        })).isZero();
    }

    @Test
    void nobodyWaitsForAnAnswerThatIsNotWantedAnyMore() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        Cancellation cancellation = new Cancellation();
        RetrieveRequest series = new RetrieveRequest(STUDY, STUDY + ".1",
                List.of(new InstanceRef(ImageFile.uid(STUDY, 1, 1), "", STUDY + ".1")));
        try (ScriptedWebServer peer = new ScriptedWebServer(_ -> {
            cancellation.cancel();
            awaitQuietly(ended);
        }); WebServer server = peer.open(HttpLogin.NONE)) {
            long begun = System.nanoTime();
            assertThatThrownBy(() -> new WadoRetriever(server, new Part10Reader(folder)).retrieve(series,
                    _ -> InstanceReceiver.Answer.TAKEN, cancellation, new SpentTime()))
                    .isInstanceOfSatisfying(PeerException.class,
                            failure -> assertThat(failure.kind()).isEqualTo(PeerException.Kind.CANCELLED));
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(10));
            ended.countDown();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            boolean _ = latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
