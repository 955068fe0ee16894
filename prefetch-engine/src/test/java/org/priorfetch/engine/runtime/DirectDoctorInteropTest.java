package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.testing.DcmtkArchive;
import org.priorfetch.engine.testing.FreePort;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;

/** What DCMTK's archive and Orthanc say when they are asked to send nobody's study to the PACS. */
@NeedsTools({"Orthanc", "dcmqrscp"})
class DirectDoctorInteropTest {

    @TempDir
    Path folder;

    private ProbeStep doctor(int sourcePort, String pacsAeTitle) throws IOException {
        Path site = Files.writeString(folder.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: %s, host: 127.0.0.1, port: %d}
                sources:
                  - {name: regional, type: dimse, aeTitle: REGIONAL, host: 127.0.0.1, port: %d, retrieve: direct, accessions: same}
                """.formatted(pacsAeTitle, FreePort.pick(), sourcePort));
        SiteSettings settings = ((ReadResult.Valid) SiteSettingsReader.read(site)).settings();
        try (SiteConnections connections = new SiteConnections(settings, folder.resolve("spool"), false,
                new SystemClock(), Deadlines.DEFAULT)) {
            return connections.probes()
                    .stream()
                    .filter(probe -> probe.name().equals("regional"))
                    .findFirst()
                    .orElseThrow()
                    .probe(CheckStep.RETRIEVE);
        }
    }

    @Test
    void dcmqrscpSaysWhetherItKnowsThePacs() throws IOException {
        try (DcmtkArchive archive = DcmtkArchive.start("REGIONAL", Map.of("LOCALPACS", FreePort.pick()))) {
            ProbeStep known = doctor(archive.port(), "LOCALPACS");
            assertThat(known.detail().text()).contains("knows the PACS (LOCALPACS)");
            assertThat(known.ok()).isTrue();
            ProbeStep unknown = doctor(archive.port(), "ELSEWHERE");
            assertThat(unknown.ok()).as("%s", unknown.detail().text()).isFalse();
        }
    }

    @Test
    void orthancTakesItWithoutAWordAboutImages() throws IOException {
        try (OrthancServer archive = OrthancServer.start("REGIONAL")) {
            archive.modality("pacs", "LOCALPACS", FreePort.pick());
            ProbeStep known = doctor(archive.dicomPort(), "LOCALPACS");
            assertThat(known.ok()).as("%s", known.detail().text()).isTrue();
            assertThat(known.detail().text()).contains("Not tried: whether images arrive there");
        }
    }
}
