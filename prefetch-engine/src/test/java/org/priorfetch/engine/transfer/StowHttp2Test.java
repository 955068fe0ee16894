package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.dicom.FileSpool;
import org.priorfetch.engine.dicom.Part10Head;
import org.priorfetch.engine.dicom.RateLimit;
import org.priorfetch.engine.dicomweb.StowStore;
import org.priorfetch.engine.dicomweb.WebServer;
import org.priorfetch.engine.dicomweb.WebWaits;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TimeSplit;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Bandwidth;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.StudyStore;
import org.priorfetch.engine.testing.Http2Server;
import org.priorfetch.engine.testing.Http2Server.Reply;
import org.priorfetch.engine.testing.StoppedClock;
import org.priorfetch.engine.testing.TestCertificate;
import org.priorfetch.engine.tls.HttpLogin;
import org.priorfetch.engine.tls.TlsCredentials;
import org.priorfetch.engine.web.HttpExchanges;
import org.priorfetch.engine.web.HttpWaits;
import org.priorfetch.engine.web.WebLogin;

/** Studies for a PACS that takes instances by STOW-RS over HTTP/2, as it is spoken with TLS. */
@Timeout(60)
class StowHttp2Test extends TwoArchives {

    private static final String FIRST = "2.25.101";
    private static final int PIXEL_BYTES = 120_000;
    private static final Pattern SOP_INSTANCE_UID = Pattern.compile("\u0002\0\u0003\0UI..([0-9.]+)", Pattern.DOTALL);

    private final Map<String, Integer> stored = new ConcurrentHashMap<>();
    private final Map<String, Reply> refusals = new ConcurrentHashMap<>();
    private final JobProgress progress = new JobProgress(() -> {});
    private SSLContext tls;
    private Http2Server server;
    private WebServer web;
    private RelayRig rig;

    @BeforeEach
    void start() throws IOException {
        tls = TestCertificate.make(folder, "pacs", "ip:127.0.0.1", 10).context();
        server = new Http2Server(tls, this::store);
        web = open(4, _ -> 0);
        rig = between().start();
    }

    private WebServer open(int atATime, Bandwidth bandwidth) {
        WebLogin nobody = new WebLogin(HttpLogin.NONE,
                () -> new HttpExchanges("pacs", null, HttpWaits.DEFAULT, "dicomweb.login"), new StoppedClock());
        return new WebServer("pacs", server.at("/dicom-web"), new TlsCredentials(tls, List.of(), false), nobody,
                atATime,
                bandwidth, WebWaits.DEFAULT);
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
        web.close();
        server.close();
        assertThat(spool()).isEmptyDirectory();
    }

    /** Keeps what is in the only part of the body, where the archive's other door shows it. */
    private Reply store(byte[] body) {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String boundary = text.substring(0, text.indexOf("\r\n"));
        int from = text.indexOf("\r\n\r\n") + 4;
        int to = text.indexOf("\r\n" + boundary + "--\r\n", from);
        Matcher uid = SOP_INSTANCE_UID.matcher(text);
        if (to < 0 || !uid.find()) {
            throw new AssertionError("no whole instance in " + body.length + " bytes");
        }
        Reply refusal = refusals.get(uid.group(1));
        if (refusal != null) {
            return refusal;
        }
        stored.merge(uid.group(1), 1, Integer::sum);
        try {
            Path file = Files.write(folder.resolve(uid.group(1) + ".dcm"), Arrays.copyOfRange(body, from, to));
            pacs.add(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Reply(200, "application/dicom+json", sequence("00081199", item(uid.group(1), "")));
    }

    private static String sequence(String tag, String... items) {
        return "{\"%s\":{\"vr\":\"SQ\",\"Value\":[%s]}}".formatted(tag, String.join(",", items));
    }

    private static String item(String sopInstanceUid, String more) {
        return "{\"00081155\":{\"vr\":\"UI\",\"Value\":[\"%s\"]}%s}".formatted(sopInstanceUid, more);
    }

    private static String failed(String sopInstanceUid, int status) {
        return item(sopInstanceUid, ",\"00081197\":{\"vr\":\"US\",\"Value\":[%d]}".formatted(status));
    }

    private TransferJob job() {
        return rig.add(TestJobs.of(STUDY));
    }

    private TransferOutcome relay(TransferJob job, int lanes) throws IOException {
        return relay(job, lanes, new PacedStore(new StowStore(web, new Part10Head()), () -> 4, _ -> 0));
    }

    private TransferOutcome relay(TransferJob job, int lanes, StudyStore store) throws IOException {
        RelayPeers peers = new RelayPeers(rig.peers.source(), rig.peers.retriever(), rig.peers.pacs(), store, lanes);
        return new StudyRelays(Map.of(TestJobs.SOURCE, peers), new FileSpool(spool()),
                new SamePatient(rig.clock.now()), rig.jobs, rig.ledger, rig.clock)
                .relay(job, progress, new Cancellation())
                .outcome();
    }

    /** While there is none yet, whatever begins side by side opens one each. */
    private void openConnection() throws IOException {
        archived(FIRST, 1, 1, PIXEL_BYTES);
        assertThat(relay(rig.add(TestJobs.of(FIRST)), 1)).isEqualTo(new TransferOutcome.Complete(1));
        stored.clear();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void instancesArriveWhole(int lanes) throws IOException {
        openConnection();
        List<String> uids = archived(STUDY, 2, 10, PIXEL_BYTES);

        assertThat(relay(job(), lanes)).isEqualTo(new TransferOutcome.Complete(20));

        assertThat(stored).containsOnlyKeys(uids).allSatisfy((_, times) -> assertThat(times).isOne());
        for (String uid : uids) {
            byte[] sent = Files.readAllBytes(written(STUDY).resolve(uid + ".dcm"));
            byte[] kept = Files.readAllBytes(folder.resolve(uid + ".dcm"));
            assertThat(Arrays.copyOfRange(kept, kept.length - PIXEL_BYTES, kept.length))
                    .isEqualTo(Arrays.copyOfRange(sent, sent.length - PIXEL_BYTES, sent.length));
        }
        assertThat(server.connections()).as("one for all that is sent side by side").isOne();
        assertThat(pacs.traffic().stored()).as("sent by C-STORE").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 202, 409})
    void oneThatIsRefusedIsToldByItsSopInstanceUid(int status) throws IOException {
        List<String> uids = archived(STUDY, 1, 8, PIXEL_BYTES);
        String unwanted = uids.get(5);
        refusals.put(unwanted, new Reply(status, "application/dicom+json",
                sequence("00081198", failed(uids.get(6), 0xA700), failed(unwanted, 0xC000))));
        TransferJob job = job();

        assertThat(relay(job, 4)).isInstanceOfSatisfying(TransferOutcome.Partial.class, partial -> {
            assertThat(partial.delivered()).isEqualTo(7);
            assertThat(partial.expected()).isEqualTo(8);
            assertThat(partial.reason().text()).contains("C000").doesNotContain("A700");
        });

        assertThat(rig.jobs.delivered(job.id())).hasSize(7).doesNotContain(unwanted);
        assertThat(stored).hasSize(7).doesNotContainKey(unwanted).allSatisfy((_, times) -> assertThat(times).isOne());
    }

    @Test
    void aConnectionThatIsLostInTheMiddleIsResumedAtTheInstance() throws IOException {
        source.faults().window(1); // with more, several are under way when it is lost
        openConnection();
        List<String> uids = archived(STUDY, 1, 12, PIXEL_BYTES);
        server.dropLineAfter(1 + 5, PIXEL_BYTES / 2);

        assertThat(relay(job(), 1)).isEqualTo(new TransferOutcome.Complete(12));

        assertThat(stored).containsOnlyKeys(uids).allSatisfy((_, times) -> assertThat(times).isOne());
        assertThat(server.whole()).isEqualTo(1 + 12);
        assertThat(server.connections()).isEqualTo(2);
        assertThat(progress.bytesTwice()).isBetween(1L,
                2L * Files.size(written(STUDY).resolve(uids.getFirst() + ".dcm")));
    }

    /** What was under way on the lost connection comes again; nothing else does. */
    @Test
    void theSameWithSeveralOnOneConnection() throws IOException {
        List<String> uids = archived(STUDY, 1, 24, PIXEL_BYTES);
        server.dropLineAfter(5, PIXEL_BYTES / 2);

        assertThat(relay(job(), 4)).isEqualTo(new TransferOutcome.Complete(24));

        assertThat(stored).containsOnlyKeys(uids);
        assertThat(stored.values()).filteredOn(times -> times > 1).hasSizeLessThan(4);
        assertThat(progress.bytesTwice()).isBetween(1L, 8L * PIXEL_BYTES);
    }

    @Test
    void whatTheSourceBreaksOffNeverLooksWhole() throws IOException {
        source.faults().window(1);
        openConnection();
        List<String> uids = archived(STUDY, 1, 12, 5 * PIXEL_BYTES);
        source.faults().dropLineAfter(4, 4 * PIXEL_BYTES, 1);

        assertThat(relay(job(), 1)).isEqualTo(new TransferOutcome.Complete(12));

        assertThat(stored).containsOnlyKeys(uids).allSatisfy((_, times) -> assertThat(times).isOne());
        assertThat(server.whole()).isEqualTo(1 + 12);
        await().untilAsserted(() -> assertThat(server.brokenOff()).isOne());
        assertThat(server.connections()).as("the stream alone is reset").isOne();
    }

    @Test
    void aLoginThatIsRefusedPostponesTheStudyUntilItIsTaken() throws IOException {
        List<String> uids = archived(STUDY, 1, 16, PIXEL_BYTES);
        uids.forEach(uid -> refusals.put(uid, new Reply(401, "text/plain", "no")));
        TransferJob job = job();
        assertThat(relay(job, 4)).isInstanceOfSatisfying(TransferOutcome.Postponed.class,
                postponed -> assertThat(postponed.peer()).isEqualTo("pacs"));

        refusals.clear();
        assertThat(relay(job, 4)).isEqualTo(new TransferOutcome.Complete(16));
        assertThat(stored).containsOnlyKeys(uids).allSatisfy((_, times) -> assertThat(times).isOne());
    }

    /** Most wait for their turn, which our limit keeps from coming: much longer than the PACS takes for an image. */
    @ParameterizedTest
    @CsvSource({"1, 4", "8, 1", "4, 4"})
    void whatOurLimitKeepsBackIsNotThePacss(int sideBySide, int requests) throws IOException {
        RateLimit limit = RateLimit.of(1_600_000L);
        archived(STUDY, 1, 6, PIXEL_BYTES);
        try (WebServer limited = open(requests, limit)) {
            StudyStore store = new PacedStore(new StowStore(limited, new Part10Head()), () -> sideBySide, limit);
            assertThat(relay(job(), 4, store)).isEqualTo(new TransferOutcome.Complete(6));
        }
        TimeSplit split = progress.times().split();
        assertThat(split.largest()).as("%s", split.parts()).contains(TimePart.LIMIT);
    }
}
