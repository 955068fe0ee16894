package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.store.DatabaseStore;
import org.priorfetch.engine.testing.DcmtkWorklist;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;
import org.priorfetch.engine.testing.ScheduledCt;

/** What changes at a source after a study was brought in is noticed and brought in too, until the appointment is over. */
@NeedsTools({"Orthanc", "wlmscpfs", "dump2dcm"})
class LateImagesInteropTest {

    private static final String STUDY = "2.25.5252";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;
    private final TurnedClock clock = new TurnedClock();
    private OrthancServer source;
    private OrthancServer pacs;
    private DcmtkWorklist worklist;
    private LocalEngine engine;

    @BeforeEach
    void start() throws IOException {
        source = OrthancServer.start("REGIONAL");
        pacs = OrthancServer.start("LOCALPACS");
        worklist = DcmtkWorklist.start("RIS");
        worklist.put("one",
                new ScheduledCt("Doe^Jane", "4711", "19700102", "CT Chest").beginningIn(Duration.ofMinutes(10)));
        upload(1, 1, "1.2.840.10008.5.1.4.1.1.7");
        upload(1, 2, "1.2.840.10008.5.1.4.1.1.7");
        upload(1, 3, "1.2.840.10008.5.1.4.1.1.11.1"); // not to come along, although it stands in the series of the images
        Path file = Files.writeString(folder.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH, host: 127.0.0.1}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: %d}
                worklists:
                  - {name: ris, type: mwl, aeTitle: RIS, host: 127.0.0.1, port: %d, every: 5s}
                sources:
                  - {name: regional, type: dimse, aeTitle: REGIONAL, host: 127.0.0.1, port: %d}
                relevance: {companions: [key-objects]}
                """.formatted(pacs.dicomPort(), worklist.port(), source.dicomPort()));
        SiteSettings site = ((ReadResult.Valid) SiteSettingsReader.read(file)).settings();
        Path home = folder.resolve("home");
        engine = new LocalEngine(EngineParts.of(site, home, DatabaseStore.open(home, clock::now), clock, true,
                () -> "tester"), new AtomicLong());
        engine.start();
        await().atMost(PATIENCE).until(() -> engine.snapshot().settled() && prior().state() == PriorState.PRESENT);
    }

    @AfterEach
    void stop() {
        engine.close();
        worklist.close();
        pacs.close();
        source.close();
    }

    private void upload(int series, int number, String sopClass) throws IOException {
        source.upload(new ImageFile(STUDY, series, number).modality("CT")
                .sopClass(sopClass)
                .write(folder.resolve("images")));
    }

    private PriorView prior() {
        return engine.snapshot()
                .appointments()
                .stream()
                .flatMap(appointment -> appointment.priors().stream())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no prior"));
    }

    private void awaitHere(String sopInstanceUid) {
        await().atMost(PATIENCE)
                .until(() -> pacs.sopInstanceUids().contains(sopInstanceUid) && engine.snapshot().settled()
                        && prior().state() == PriorState.PRESENT);
    }

    @Test
    void aLateImageIsBroughtInAlsoAfterTheAppointmentHasBegun() throws Exception {
        upload(2, 1, "1.2.840.10008.5.1.4.1.1.7");
        clock.turnOn(Duration.ofMinutes(26));

        awaitHere(ImageFile.uid(STUDY, 2, 1));

        assertThat(pacs.sopInstanceUids()).hasSize(3);
    }

    /** The number of images is the same, so that only their list tells. */
    @Test
    void anExchangedImageIsNoticedAndSaid() throws Exception {
        source.delete(ImageFile.uid(STUDY, 1, 2));
        upload(3, 1, "1.2.840.10008.5.1.4.1.1.88.59");
        clock.turnOn(Duration.ofMinutes(50));

        awaitHere(ImageFile.uid(STUDY, 3, 1));

        await().atMost(PATIENCE)
                .until(() -> prior().reason().text().contains("1 of its objects are no longer at the source"));
        assertThat(prior().reason().text()).contains("1 objects came later at the source",
                "a key object selection among them");
        assertThat(pacs.sopInstanceUids()).hasSize(3);
    }
}
