package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.dicom.Part10Head;
import org.priorfetch.engine.dicom.TestStudy;
import org.priorfetch.engine.dicom.VariedObjects;
import org.priorfetch.engine.dicomweb.StowStore;
import org.priorfetch.engine.dicomweb.WebServer;
import org.priorfetch.engine.dicomweb.WebWaits;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyStore;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.StoppedClock;
import org.priorfetch.engine.tls.HttpLogin;
import org.priorfetch.engine.web.HttpExchanges;
import org.priorfetch.engine.web.HttpWaits;
import org.priorfetch.engine.web.WebLogin;

/** A PACS that takes instances by STOW-RS. */
@NeedsTools({"Orthanc", "dcmdump", "dcmconv", "dcmcjpeg", "dcmcjpls", "dcmcrle"})
class StowInteropTest extends TwoOrthancs {

    private SiteSettings site(String stow) throws IOException {
        return settings("""
                self: {aeTitle: PRIORFETCH, host: 127.0.0.1}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: %d, stow: "%s"}
                sources:
                  - {name: regional, type: dimse, aeTitle: REGIONAL, host: 127.0.0.1, port: %d, accessions: same}
                """.formatted(pacs.dicomPort(), stow, source.dicomPort()));
    }

    @Test
    void everythingArrivesAsItWas() throws Exception {
        List<Path> sent = VariedObjects.writeForOrthanc(folder.resolve("files"));
        sent.forEach(source::upload);
        try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder, site(pacs.url() + "/dicom-web"))) {
            assertFetched(engine, VariedObjects.STUDY, "regional");
        }
        assertArrivedAsTheyWere(sent, file -> source.download(sopInstanceUid(file), folder.resolve("before.dcm")));
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
