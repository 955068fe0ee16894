package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.ProbeStep;
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
        return DirectSite.in(folder, pacsAeTitle, FreePort.pick(), sourcePort).doctor();
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
