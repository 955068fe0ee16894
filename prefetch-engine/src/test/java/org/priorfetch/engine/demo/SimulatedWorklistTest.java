package org.priorfetch.engine.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.Tools;

@Timeout(60)
class SimulatedWorklistTest {

    private static final LocalDateTime MORNING = LocalDateTime.of(2026, 1, 5, 9, 30);

    private SimulatedWorklist worklist;
    private TestClient client;

    @BeforeEach
    void start() throws IOException {
        worklist = SimulatedWorklist.start("RIS");
        client = new TestClient("RIS", worklist.port());
        worklist.put(entry("1", "CT", "CT1", MORNING, "Müller^Katharina", "ISO_IR 100"));
        worklist.put(entry("2", "MR", "MR1", MORNING.plusHours(5), "Doe^Jane", "ISO_IR 100"));
        worklist.put(entry("3", "CT", "CT2", MORNING.plusDays(1), "Doe^Jane", "ISO_IR 100"));
    }

    @AfterEach
    void stop() {
        client.close();
        worklist.close();
    }

    @ParameterizedTest
    @CsvSource({"ScheduledProcedureStepStartDate,20260105,2", "ScheduledProcedureStepStartDate,20260106-,1",
            "ScheduledProcedureStepStartDate,20260105-20260106,3", "ScheduledProcedureStepStartTime,090000-120000,2",
            "Modality,CT,2", "Modality,MG,0", "ScheduledStationAETitle,CT2,1"})
    void matchesTheScheduledStep(String keyword, String value, int expected) throws Exception {
        Attributes step = new Attributes();
        int tag = Tag.class.getField(keyword).getInt(null);
        VR vr = keyword.endsWith("Date") ? VR.DA : keyword.endsWith("Time") ? VR.TM : VR.CS;
        step.setString(tag, vr, value);
        assertThat(find(step)).hasSize(expected);
    }

    @Test
    void returnsWhatWasAskedFor() throws Exception {
        Attributes step = new Attributes();
        step.setString(Tag.ScheduledStationAETitle, VR.AE, "CT1");
        step.setNull(Tag.ScheduledProcedureStepStartTime, VR.TM);
        Attributes match = find(step).getFirst();
        assertThat(match.getString(Tag.PatientName)).isEqualTo("Müller^Katharina");
        assertThat(match.getString(Tag.AccessionNumber)).isEqualTo("A1");
        Attributes found = match.getNestedDataset(Tag.ScheduledProcedureStepSequence);
        assertThat(found.getString(Tag.ScheduledProcedureStepStartTime)).isEqualTo("093000");
        assertThat(found.contains(Tag.ScheduledProcedureStepID)).isFalse();
    }

    @Test
    void followsChanges() throws Exception {
        worklist.remove("1");
        assertThat(find(new Attributes())).hasSize(2);
        worklist.put(worklist.entries().getFirst().startingAt(MORNING.plusDays(7)));
        Attributes step = new Attributes();
        step.setString(Tag.ScheduledProcedureStepStartDate, VR.DA, "20260112");
        assertThat(find(step)).hasSize(1);
    }

    /** The bytes are what the standard's tables say, as a program shows that knows nothing of ours. */
    @ParameterizedTest
    @NeedsTools("findscu")
    @CsvSource({"Müller,ISO_IR 100,4dfc6c6c6572", "山田,\\ISO 2022 IR 87,1b24423b3345441b2842",
            "王,GB18030,cdf5", "Müller,ISO_IR 192,4dc3bc6c6c6572"})
    void encodesNamesInTheCharacterSetOfTheEntry(String name, String characterSet, String hex) {
        worklist.put(entry("1", "XX", "XX1", MORNING, name, characterSet.split("\\\\", -1)));
        Tools.Result result = Tools.run("findscu", "-d", "-W", "-aec", "RIS", "-k", "0010,0010", "-k",
                "0040,0100[0].0008,0060=XX", "127.0.0.1", String.valueOf(worklist.port()));
        assertThat(hexOf(result.output())).contains(hex);
    }

    private List<Attributes> find(Attributes step) throws Exception {
        Attributes keys = new Attributes();
        keys.setNull(Tag.PatientName, VR.PN);
        keys.setNull(Tag.AccessionNumber, VR.SH);
        keys.newSequence(Tag.ScheduledProcedureStepSequence, 1).add(step);
        List<Attributes> answers = client.find(UID.ModalityWorklistInformationModelFIND, keys);
        return answers.subList(0, answers.size() - 1);
    }

    /** The output was read as Latin-1, so each character is a byte. */
    private static String hexOf(String output) {
        StringBuilder hex = new StringBuilder();
        output.chars().forEach(c -> hex.append("%02x".formatted(c)));
        return hex.toString().toLowerCase(Locale.ROOT);
    }

    private static WorklistEntry entry(String id, String modality, String station, LocalDateTime start, String name,
            String... characterSet) {
        Person patient = new Person("47" + id, "HOSP", name, LocalDate.of(1970, 1, 2), "F", List.of(characterSet));
        return new WorklistEntry(id, "A" + id, "2.25.1" + id, patient, modality, station, "Chest", start, "ROUTINE");
    }
}
