package org.priorfetch.engine.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettingsReader;

class SimulatedHospitalTest {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 1, 5, 12, 3);

    @TempDir
    private static Path home;
    private static SimulatedHospital hospital;

    @BeforeAll
    static void start() throws IOException {
        SimulatedHospital.start(home, NOON).close();
        hospital = SimulatedHospital.start(home, NOON);
    }

    @AfterAll
    static void stop() {
        hospital.close();
    }

    @Test
    void hasTwelveAppointmentsAroundNow() {
        List<WorklistEntry> entries = hospital.worklist().entries();
        assertThat(entries).hasSize(12);
        assertThat(entries).extracting(WorklistEntry::start)
                .allMatch(start -> start.isAfter(NOON.minusHours(1)) && start.isBefore(NOON.plusHours(5)))
                .anyMatch(start -> start.isBefore(NOON));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-01-05T00:02", "2026-01-05T23:50"})
    void keepsAppointmentsWithinTheWindowThatIsAskedFor(LocalDateTime now) {
        assertThat(DayOfAppointments.around(now, new StudyWriter(1))).extracting(WorklistEntry::start)
                .allMatch(start -> !start.isBefore(now.toLocalDate().atStartOfDay()));
    }

    @Test
    void hasAllTheCasesThatItIsToShow() throws Exception {
        assertThat(studies(hospital.regional(), "100202")).isNotEmpty();
        assertThat(studies(hospital.university(), "100202")).as("priors at both").isNotEmpty();
        for (SimulatedArchive archive : List.of(hospital.regional(), hospital.university(), hospital.pacs())) {
            assertThat(studies(archive, "100203")).as("no priors").isEmpty();
        }
        assertThat(studies(hospital.pacs(), "100210")).as("already in the PACS").hasSize(1);
        assertThat(studies(hospital.university(), "100205")).extracting(match -> match.getString(Tag.PatientBirthDate))
                .as("somebody else")
                .containsExactly("19620116");
        assertThat(studies(hospital.regional(), "100204")).extracting(match -> match.getString(Tag.PatientName))
                .containsOnly("Yamada^Tarou=山田^太郎=やまだ^たろう");
        assertThat(studies(hospital.regional(), "100206")).extracting(match -> match.getString(Tag.PatientName))
                .containsOnly("Wang^Xiaoming=王^小明");
    }

    @Test
    void writesValidSettingsWithItsPorts() throws IOException {
        String yaml = Files.readString(hospital.siteFile());
        assertThat(yaml).contains("port: " + hospital.pacs().port())
                .contains("port: " + hospital.regional().port())
                .contains("port: " + hospital.university().port())
                .contains("port: " + hospital.worklist().port());
        assertThat(SiteSettingsReader.read(hospital.siteFile())).isInstanceOf(ReadResult.Valid.class);
    }

    @Test
    void forgetsWhatThePacsReceived(@TempDir Path folder) throws IOException {
        Path received = Files.createDirectories(folder.resolve("demo/received"));
        Path file = Files.writeString(received.resolve("2.25.1.dcm"), "");
        SimulatedHospital.forgetReceived(folder);
        assertThat(file).doesNotExist();
    }

    @Test
    void leavesSettingsOfARealSiteAlone(@TempDir Path real) throws IOException {
        Path settings = Files.writeString(real.resolve("site.yaml"), "self: {aeTitle: REAL}\n");
        assertThatThrownBy(() -> SimulatedHospital.start(real, NOON)).isInstanceOf(IOException.class)
                .hasMessageContaining("real site");
        assertThat(settings).hasContent("self: {aeTitle: REAL}");
        assertThat(real.resolve("demo")).doesNotExist();
    }

    private static List<Attributes> studies(SimulatedArchive archive, String patientId) throws Exception {
        try (TestClient client = new TestClient(archive.aeTitle(), archive.port())) {
            Attributes keys = TestClient.keys("STUDY", "");
            keys.setString(Tag.PatientID, VR.LO, patientId);
            keys.setNull(Tag.PatientName, VR.PN);
            keys.setNull(Tag.PatientBirthDate, VR.DA);
            return client.findMatches(keys);
        }
    }
}
