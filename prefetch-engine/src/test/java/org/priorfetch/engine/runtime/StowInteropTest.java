package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.TransferCommand.FetchStudy;
import org.priorfetch.engine.dicom.Dump;
import org.priorfetch.engine.dicom.Part10Head;
import org.priorfetch.engine.dicom.TestStudy;
import org.priorfetch.engine.dicom.VariedObjects;
import org.priorfetch.engine.dicomweb.StowStore;
import org.priorfetch.engine.dicomweb.WebServer;
import org.priorfetch.engine.dicomweb.WebWaits;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyStore;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;
import org.priorfetch.engine.testing.StoppedClock;
import org.priorfetch.engine.tls.HttpLogin;
import org.priorfetch.engine.web.HttpExchanges;
import org.priorfetch.engine.web.HttpWaits;
import org.priorfetch.engine.web.WebLogin;

/** A PACS that takes instances by STOW-RS. */
@NeedsTools({"Orthanc", "dcmdump", "dcmconv", "dcmcjpeg", "dcmcjpls", "dcmcrle"})
class StowInteropTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;
    private OrthancServer source;
    private OrthancServer pacs;

    @BeforeEach
    void start() {
        source = OrthancServer.start("REGIONAL");
        pacs = OrthancServer.start("LOCALPACS");
    }

    @AfterEach
    void stop() {
        source.close();
        pacs.close();
    }

    private SiteSettings site(String stow) throws IOException {
        Path site = Files.writeString(folder.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH, host: 127.0.0.1}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: %d, stow: "%s"}
                sources:
                  - {name: regional, type: dimse, aeTitle: REGIONAL, host: 127.0.0.1, port: %d, accessions: same}
                """.formatted(pacs.dicomPort(), stow, source.dicomPort()));
        return ((ReadResult.Valid) SiteSettingsReader.read(site)).settings();
    }

    @Test
    void everythingArrivesAsItWas() throws Exception {
        List<Path> sent = VariedObjects.writeForOrthanc(folder.resolve("files"));
        sent.forEach(source::upload);
        try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder, site(pacs.url() + "/dicom-web"))) {
            engine.submit(new FetchStudy(VariedObjects.STUDY, "regional", null));
            await().atMost(SOON)
                    .until(() -> engine.snapshot().transfers().stream().allMatch(one -> one.state().isTerminal()));
            assertThat(engine.snapshot().transfers()).singleElement()
                    .satisfies(
                            one -> assertThat(one.state()).as("%s", one.reason()).isEqualTo(TransferState.COMPLETE));
        }
        assertThat(pacs.sopInstanceUids()).hasSameSizeAs(sent);
        for (Path file : sent) {
            String uid = file.getFileName().toString().replace(".dcm", "");
            List<String> before = Dump.of(source.download(uid, folder.resolve("before.dcm")));
            List<String> after = Dump.of(pacs.download(uid, folder.resolve("copy.dcm")));
            if (before.getFirst().endsWith("Implicit")) { // where DCMTK, in the PACS, writes sequences anew
                assertThat(Dump.plainElements(after)).isEqualTo(Dump.plainElements(before)).hasSizeGreaterThan(15);
            } else {
                assertThat(after.equals(before)).as("%s", file.getFileName()).isTrue();
            }
        }
    }

    @Test
    void theDoctorTriesItOut() throws Exception {
        assertThat(check(pacs.url() + "/dicom-web")).satisfies(check -> {
            assertThat(check.ok()).as("%s", check.steps()).isTrue();
            assertThat(check.steps().getLast().step()).isEqualTo("store");
        });
        assertThat(check(pacs.url() + "/nothing")).satisfies(check -> {
            assertThat(check.ok()).isFalse();
            assertThat(check.steps().getLast().advice()).isNotNull()
                    .satisfies(advice -> assertThat(advice.key()).isEqualTo("dicomweb.adviseStow"));
        });
        assertThat(pacs.sopInstanceUids()).isEmpty();
    }

    private PeerCheck check(String stow) throws Exception {
        try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder, site(stow))) {
            return engine.submit(new SiteCommand.CheckPeers("pacs")).getFirst();
        }
    }

    private WebServer server() {
        WebLogin nobody = new WebLogin(HttpLogin.NONE,
                () -> new HttpExchanges("pacs", null, HttpWaits.DEFAULT, "dicomweb.login"), new StoppedClock());
        return new WebServer("pacs", URI.create(pacs.url() + "/dicom-web"), null, nobody, 2, _ -> 0, WebWaits.DEFAULT);
    }

    /** Writes so many bytes of the instance, and then breaks off. */
    private record Cut(InstanceInFlight whole, long after) implements InstanceInFlight {

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
            ByteArrayOutputStream all = new ByteArrayOutputStream();
            whole.writeTo(all, changes);
            out.write(all.toByteArray(), 0, (int) Math.min(after, all.size()));
            throw new BrokenInstanceException(new IOException("the archive is gone"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1_000, 300_000, Long.MAX_VALUE})
    void whatBreaksOffIsNotStored(long after) throws Exception {
        try (WebServer server = server()) {
            StowStore store = new StowStore(server, new Part10Head());
            InstanceInFlight broken = new Cut(TestStudy.createLarge(LocalDate.EPOCH, folder), after);
            assertThatThrownBy(() -> store.deliver(broken, AttributeChanges.NONE, new SpentTime()))
                    .isInstanceOf(BrokenInstanceException.class);
            InstanceInFlight whole = TestStudy.createLarge(LocalDate.EPOCH, folder);
            assertThat(store.deliver(whole, AttributeChanges.NONE, new SpentTime()))
                    .isInstanceOf(StudyStore.Delivery.Stored.class);
            assertThat(pacs.sopInstanceUids()).containsExactly(whole.header().instance().sopInstanceUid());
        }
    }
}
