package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.testing.NeedsTools;

/** What is replaced on the way in, and how the original is kept. DCMTK confirms that the result is well-formed. */
@NeedsTools("dcmdump")
class CoercionInteropTest {

    private static final String STUDY = "2.25.55";

    @TempDir
    Path folder;
    private Path spool;

    @BeforeEach
    void prepare() throws IOException {
        spool = Files.createDirectories(folder.resolve("spool"));
    }

    private static AttributeChanges changes(Map<String, String> replacements) {
        return new AttributeChanges(new TreeMap<>(replacements), "PRIORFETCH", "regional",
                Instant.parse("2026-03-02T10:00:00Z"));
    }

    private Attributes coerce(ImageFile file, Map<String, String> replacements) throws IOException {
        Path from = file.write(folder);
        Path to = folder.resolve("coerced.dcm");
        Rewriting.rewrite(from, to, changes(replacements), spool);
        List<String> dump = Dump.of(to);
        assertThat(dump).filteredOn(line -> line.startsWith("(7fe0,0010)"))
                .isEqualTo(Dump.of(from).stream().filter(line -> line.startsWith("(7fe0,0010)")).toList());
        try (ImageInputStream in = new ImageInputStream(to.toFile())) {
            return in.readDataset(-1, -1);
        }
    }

    private static Attributes onlyItem(Attributes data, int sequence) {
        assertThat(data.getSequence(sequence)).hasSize(1);
        return data.getNestedDataset(sequence);
    }

    @Test
    void whatIsReplacedIsKept() throws IOException {
        Attributes data = coerce(new ImageFile(STUDY, 1, 1),
                Map.of("PatientName", "Miller^Joan", "PatientID", "L-1", "AccessionNumber", ""));
        assertThat(data.getString(Tag.PatientName)).isEqualTo("Miller^Joan");
        assertThat(data.getString(Tag.PatientID)).isEqualTo("L-1");
        assertThat(data.contains(Tag.AccessionNumber)).isTrue();
        assertThat(data.getString(Tag.AccessionNumber)).isNull();
        assertThat(data.getString(Tag.PatientBirthDate)).isEqualTo("19700102");

        Attributes entry = onlyItem(data, Tag.OriginalAttributesSequence);
        assertThat(entry.getString(Tag.ModifyingSystem)).isEqualTo("PRIORFETCH");
        assertThat(entry.getString(Tag.SourceOfPreviousValues)).isEqualTo("regional");
        assertThat(entry.getString(Tag.ReasonForTheAttributeModification)).isEqualTo("COERCE");
        assertThat(entry.getString(Tag.AttributeModificationDateTime)).startsWith("20260302");
        Attributes original = onlyItem(entry, Tag.ModifiedAttributesSequence);
        assertThat(original.size()).isEqualTo(3);
        assertThat(original.getString(Tag.PatientName)).isEqualTo("Doe^Jane");
        assertThat(original.getString(Tag.PatientID)).isEqualTo("4711");
        assertThat(original.getString(Tag.AccessionNumber)).isEqualTo("A-1");
    }

    @Test
    void earlierEntriesStay() throws IOException {
        ImageFile file = new ImageFile(STUDY, 1, 2).edit(data -> {
            Attributes earlier = new Attributes();
            earlier.setString(Tag.ModifyingSystem, VR.LO, "EARLIER");
            data.newSequence(Tag.OriginalAttributesSequence, 1).add(earlier);
        });
        Attributes data = coerce(file, Map.of("PatientID", "L-1"));
        assertThat(data.getSequence(Tag.OriginalAttributesSequence)).extracting(
                item -> item.getString(Tag.ModifyingSystem)).containsExactly("EARLIER", "PRIORFETCH");
    }

    @Test
    void whatIsTheSameLeavesNoEntry() throws IOException {
        Attributes data = coerce(new ImageFile(STUDY, 1, 3), Map.of("PatientID", "4711"));
        assertThat(data.contains(Tag.OriginalAttributesSequence)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', Doe^Jane, Müller^Jörg, ISO_IR 100", "'', Doe^Jane, 王^小東, ISO_IR 192", "'', Doe^Jane, Miller^Joan,",
            "ISO_IR 100, Gräf^Änne, Müller^Jörg, ISO_IR 100", "ISO_IR 100, Gräf^Änne, Łukasz^Żak, ISO_IR 192",
            "'\\ISO 2022 IR 87', Yamada^Tarou=山田^太郎, Müller^Jörg, ISO_IR 192", "GB18030, 王^小东, Müller^Jörg, GB18030",
            "ISO_IR 192, 王^小东, Müller^Jörg, ISO_IR 192"})
    void theNewNameAndTheOldOneAreBothReadable(String characterSet, String before, String after, String expected)
            throws IOException {
        String lastLetter = before.substring(before.length() - 1);
        ImageFile file = new ImageFile(STUDY, 1, 4);
        if (!characterSet.isEmpty()) {
            file.set(Tag.SpecificCharacterSet, VR.CS, characterSet.split("\\\\", -1));
        }
        file.set(Tag.PatientName, VR.PN, before).set(Tag.StudyDescription, VR.LO, "Chest").edit(data -> {
            Attributes step = new Attributes();
            data.newSequence(Tag.RequestAttributesSequence, 1).add(step);
            step.setString(Tag.RequestedProcedureDescription, VR.LO, lastLetter);
        });
        Attributes data = coerce(file, Map.of("PatientName", after));
        assertThat(data.getString(Tag.SpecificCharacterSet)).isEqualTo(expected);
        assertThat(data.getString(Tag.PatientName)).isEqualTo(after);
        assertThat(onlyItem(data, Tag.RequestAttributesSequence).getString(Tag.RequestedProcedureDescription))
                .isEqualTo(lastLetter);
        Attributes original = onlyItem(onlyItem(data, Tag.OriginalAttributesSequence),
                Tag.ModifiedAttributesSequence);
        assertThat(original.getString(Tag.PatientName)).isEqualTo(before);
    }

    @Test
    void functionalGroupsDoNotKeepAnUndeclaredCharacterSetNarrow() throws IOException {
        ImageFile file = new ImageFile(STUDY, 1, 5)
                .edit(data -> data.newSequence(Tag.SharedFunctionalGroupsSequence, 1).add(new Attributes()));
        assertThat(coerce(file, Map.of("PatientName", "Müller^Jörg")).getString(Tag.PatientName))
                .isEqualTo("Müller^Jörg");
    }
}
