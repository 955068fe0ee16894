package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.TransferCommand.FetchStudy;
import org.priorfetch.engine.dicom.Dump;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.testing.OrthancServer;

/** For tests of a site with one Orthanc as its source and another as its PACS. */
abstract class TwoOrthancs {

    static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    Path folder;
    OrthancServer source;
    OrthancServer pacs;

    @BeforeEach
    final void startTheServers() {
        source = OrthancServer.start("REGIONAL");
        pacs = OrthancServer.start("LOCALPACS");
    }

    @AfterEach
    final void stopTheServers() {
        source.close();
        pacs.close();
    }

    final SiteSettings settings(String yaml) throws IOException {
        Path site = Files.writeString(folder.resolve("site.yaml"), yaml);
        return ((ReadResult.Valid) SiteSettingsReader.read(site)).settings();
    }

    static void assertFetched(PrefetchEngine engine, String studyUid, String from) throws Exception {
        engine.submit(new FetchStudy(studyUid, from, null));
        await().atMost(SOON)
                .until(() -> engine.snapshot().transfers().stream().allMatch(one -> one.state().isTerminal()));
        assertThat(engine.snapshot().transfers()).singleElement()
                .satisfies(one -> assertThat(one.state()).as("%s", one.reason()).isEqualTo(TransferState.COMPLETE));
    }

    /**
     * The PACS holds these, and each as it was.
     *
     * @param original the file with which to compare the copy of one that was sent
     */
    final void assertArrivedAsTheyWere(List<Path> sent, UnaryOperator<Path> original) throws IOException {
        assertThat(pacs.sopInstanceUids()).hasSameSizeAs(sent);
        for (Path file : sent) {
            List<String> before = Dump.of(original.apply(file));
            List<String> after = Dump.of(pacs.download(sopInstanceUid(file), folder.resolve("copy.dcm")));
            if (before.getFirst().endsWith("Implicit")) { // where DCMTK, in the PACS, writes sequences anew
                assertThat(Dump.plainElements(after)).isEqualTo(Dump.plainElements(before)).hasSizeGreaterThan(15);
            } else {
                assertThat(after.equals(before)).as("%s", file.getFileName()).isTrue();
            }
        }
    }

    static String sopInstanceUid(Path file) {
        return file.getFileName().toString().replace(".dcm", "");
    }
}
