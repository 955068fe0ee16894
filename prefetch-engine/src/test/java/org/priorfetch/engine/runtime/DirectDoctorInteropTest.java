package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
        Path site = Files.writeString(folder.resolve("site.yaml"),
                """
                        self: {aeTitle: PRIORFETCH}
                        pacs: {aeTitle: %s, host: 127.0.0.1, port: %d}
                        sources:
                          - {name: regional, type: dimse, aeTitle: REGIONAL, host: 127.0.0.1, port: %d, retrieve: direct, accessions: same}
                        """
                        .formatted(pacsAeTitle, FreePort.pick(), sourcePort));
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

    /** Nobody could tell from its answer: so it is not claimed. */
    @ParameterizedTest
    @ValueSource(strings = {"LOCALPACS", "ELSEWHERE"})
    void dcmqrscpLooksAtTheDestinationOnlyWhenItSends(String pacsAeTitle) throws IOException {
        try (DcmtkArchive archive = DcmtkArchive.start("REGIONAL", Map.of("LOCALPACS", FreePort.pick()))) {
            ProbeStep step = doctor(archive.port(), pacsAeTitle);
            assertThat(step.ok()).as("%s", step.detail().text()).isTrue();
            assertThat(step.detail().text()).contains(pacsAeTitle, "Not tried",
                    "may look only then whether it knows the PACS");
        }
    }

    @Test
    void orthancTakesItWithoutAWordAboutImages() throws IOException {
        try (OrthancServer archive = OrthancServer.start("REGIONAL")) {
            archive.modality("pacs", "LOCALPACS", FreePort.pick());
            ProbeStep known = doctor(archive.dicomPort(), "LOCALPACS");
            assertThat(known.ok()).as("%s", known.detail().text()).isTrue();
            assertThat(known.detail().text()).contains("Not tried: whether images arrive", "LOCALPACS");
        }
    }
}
