package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.SiteCommand.MeasurePeer;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.demo.SlowLine;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.model.MeasureStep;
import org.priorfetch.engine.model.PeerMeasures;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.testing.DcmtkArchive;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;

/** What is measured at real and simulated peers. */
@NeedsTools({"Orthanc", "dcmqrscp", "storescu"})
class MeasureInteropTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private SiteSettings site(int pacsPort, String pacsMore, String source) throws IOException {
        Path site = Files.writeString(folder.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH, host: 127.0.0.1}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: %d%s}
                sources:
                  - %s
                """.formatted(pacsPort, pacsMore, source));
        return ((ReadResult.Valid) SiteSettingsReader.read(site)).settings();
    }

    private static PeerMeasures all(PrefetchEngine engine, String name) throws CommandFailedException {
        PeerMeasures all = null;
        for (MeasureStep step : MeasureStep.values()) {
            PeerMeasures seen = engine.submit(new MeasurePeer(name, step));
            all = all == null ? seen : all.and(seen);
        }
        return Objects.requireNonNull(all);
    }

    /** What else the computer does makes it slower, at times; nothing makes it faster than it is. */
    private static void assertMeasured(PrefetchEngine engine, PeerMeasures first, MeasureStep step,
            Predicate<PeerMeasures> always, Predicate<PeerMeasures> undisturbed) {
        List<PeerMeasures> seen = new ArrayList<>(List.of(first));
        await().atMost(PATIENCE).untilAsserted(() -> {
            if (!undisturbed.test(seen.getLast())) {
                seen.add(engine.submit(new MeasurePeer(first.name(), step)));
            }
            assertThat(seen).anyMatch(undisturbed);
        });
        assertThat(seen).allMatch(always);
    }

    private static double roundTrip(PeerMeasures seen) {
        return Objects.requireNonNull(seen.roundTrip()).medianMillis();
    }

    private static boolean losesWhatTcpWaits(PeerMeasures seen) {
        return isWithin(20, 80, Objects.requireNonNull(seen.lostMillis()));
    }

    private static boolean isWithin(double least, double most, double value) {
        return value >= least && value <= most;
    }

    private static PeerMeasures.Carried down(PeerMeasures seen) {
        return Objects.requireNonNull(seen.down());
    }

    private Path study(String uid, int images) throws IOException {
        ImageFile.writeStudy(folder.resolve(uid), uid, 1, images, 500_000);
        return folder.resolve(uid);
    }

    private void upload(Path study, OrthancServer orthanc) throws IOException {
        try (var files = Files.list(study)) {
            files.forEach(orthanc::upload);
        }
    }

    /** It takes turns of a second between all that are open, ours that are idle included. */
    @Test
    void anArchiveThatServesOneAtATimeIsNotSlowForThat() throws Exception {
        try (OrthancServer source = new OrthancServer.Builder("SOURCE").option("DicomThreadsCount", 1).start()) {
            SiteSettings site = site(source.dicomPort(), "",
                    "{name: regional, type: dimse, aeTitle: SOURCE, host: 127.0.0.1, port: %d, associations: 2}"
                            .formatted(source.dicomPort()));
            try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder, site)) {
                PeerMeasures regional = all(engine, "regional");
                assertMeasured(engine, regional, MeasureStep.PLAIN_CLIENT, _ -> true,
                        MeasureInteropTest::losesWhatTcpWaits);
                assertMeasured(engine, regional, MeasureStep.ROUND_TRIP, _ -> true, seen -> roundTrip(seen) <= 15);
            }
        }
    }

    @Test
    void orthancIsMeasuredFromBothSides() throws Exception {
        try (OrthancServer source = OrthancServer.start("SOURCE");
                OrthancServer pacs = OrthancServer.start("LOCALPACS")) {
            upload(study("2.25.200", 30), source);
            SiteSettings site = site(pacs.dicomPort(), ", test: true",
                    "{name: regional, type: dimse, aeTitle: SOURCE, host: 127.0.0.1, port: %d, associations: 3}"
                            .formatted(source.dicomPort()));
            try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder, site)) {
                PeerMeasures regional = all(engine, "regional");
                assertThat(regional.notes()).isEmpty();
                assertMeasured(engine, regional, MeasureStep.ROUND_TRIP, seen -> roundTrip(seen) >= 0.01,
                        seen -> roundTrip(seen) <= 15);
                // Orthanc leaves TCP as it is
                assertMeasured(engine, regional, MeasureStep.PLAIN_CLIENT, _ -> true,
                        MeasureInteropTest::losesWhatTcpWaits);
                assertThat(regional.window()).isEqualTo(new PeerMeasures.Window(16, 1, false));
                assertThat(regional.associations()).isEqualTo(new PeerMeasures.Granted(3, 3, false));
                assertThat(down(regional)).satisfies(down -> {
                    assertThat(down.instances()).isEqualTo(30);
                    assertThat(down.bytes()).isBetween(15_000_000L, 15_100_000L);
                    assertThat(down.limited()).isFalse();
                });
                assertThat(pacs.sopInstanceUids()).isEmpty();
                PeerMeasures taken = all(engine, "pacs");
                assertThat(Objects.requireNonNull(taken.up())).satisfies(up -> {
                    assertThat(up.instances()).isPositive().isEqualTo(pacs.sopInstanceUids().size());
                    assertThat(up.fromTransfers()).isFalse();
                });
                // whatever was put into the PACS is listed
                assertThat(engine.submit(new RecordCommand.ReadLedger(Instant.EPOCH, Instant.now().plusSeconds(60))))
                        .hasSize(pacs.sopInstanceUids().size())
                        .allMatch(entry -> entry.isTest());
                assertThat(engine.snapshot().deliveryTest()).as("nobody is asked where they landed").isNull();
                assertThatThrownBy(() -> engine.submit(new MeasurePeer("nobody", MeasureStep.DOWN)))
                        .isInstanceOf(CommandFailedException.class);
            }
        }
    }

    @Test
    void nothingIsSentToAPacsThatIsNotForTests() throws Exception {
        try (DcmtkArchive archive = DcmtkArchive.start("SOURCE", Map.of());
                OrthancServer pacs = OrthancServer.start("LOCALPACS")) {
            SiteSettings site = site(pacs.dicomPort(), "",
                    "{name: regional, type: dimse, aeTitle: SOURCE, host: 127.0.0.1, port: %d}"
                            .formatted(archive.port()));
            try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder, site)) {
                PeerMeasures measured = all(engine, "pacs");
                assertThat(measured.up()).isNull();
                assertThat(measured.notes()).singleElement()
                        .satisfies(note -> assertThat(note.key()).isEqualTo("runtime.measure.noTransfers"));
                assertThat(pacs.sopInstanceUids()).isEmpty();
                PeerMeasures empty = all(engine, "regional");
                assertThat(empty.down()).isNull();
                assertThat(empty.notes()).singleElement()
                        .satisfies(note -> assertThat(note.key()).isEqualTo("runtime.measure.nothingThere"));
                assertMeasured(engine, empty, MeasureStep.PLAIN_CLIENT, _ -> true,
                        MeasureInteropTest::losesWhatTcpWaits);
            }
        }
    }

    @Test
    void aLongAndNarrowLineIsMeasuredAsSuch() throws Exception {
        try (SimulatedArchive archive = SimulatedArchive.start("SOURCE", folder.resolve("archive"));
                SlowLine line = SlowLine.to(archive.port(), Duration.ofMillis(20), 100_000_000L)) {
            archive.addFolder(study("2.25.201", 30));
            SiteSettings site = site(1, "",
                    "{name: far, type: dimse, aeTitle: SOURCE, host: 127.0.0.1, port: %d, associations: 2}"
                            .formatted(line.port()));
            try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder, site)) {
                PeerMeasures far = all(engine, "far");
                assertMeasured(engine, far, MeasureStep.ROUND_TRIP, seen -> roundTrip(seen) >= 40,
                        seen -> roundTrip(seen) <= 60);
                // what comes while nobody reads makes the line look faster; the whole time does not lie
                assertMeasured(engine, far, MeasureStep.DOWN, seen -> down(seen).bytesPerSecond() * 8 <= 130e6,
                        seen -> isWithin(70e6, 130e6, down(seen).lineBytesPerSecond() * 8));
                assertThat(far.associations()).isEqualTo(new PeerMeasures.Granted(2, 2, false));
            }
        }
    }

    @Test
    void aWebServerSaysWhatItOffers() throws Exception {
        try (OrthancServer web = OrthancServer.start("WEB")) {
            upload(study("2.25.202", 10), web);
            SiteSettings site = site(1, "", "{name: web, type: dicomweb, url: \"%s/dicom-web\", limit: 40 Mbit/s}"
                    .formatted(web.url()));
            try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder, site)) {
                PeerMeasures measured = all(engine, "web");
                assertThat(Objects.requireNonNull(measured.http()).version()).isEqualTo("HTTP/1.1");
                assertThat(Objects.requireNonNull(measured.roundTrip()).count()).isEqualTo(20);
                assertMeasured(engine, measured, MeasureStep.DOWN, seen -> down(seen).bytesPerSecond() * 8 <= 60e6,
                        seen -> down(seen).limited() && down(seen).bytesPerSecond() * 8 >= 25e6);
                assertThat(measured.associations()).isNull();
            }
        }
    }
}
