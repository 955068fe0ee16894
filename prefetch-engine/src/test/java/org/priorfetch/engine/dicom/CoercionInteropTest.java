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
import org.aoju.bus.image.UID;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.SequenceChange;
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

    @ParameterizedTest
    @ValueSource(strings = {UID.ExplicitVRBigEndianRetired, UID.ImplicitVRLittleEndian,
            UID.DeflatedExplicitVRLittleEndian})
    void whatIsReplacedIsKeptInEverySyntax(String syntax) throws IOException {
        Attributes data = coerce(new ImageFile(STUDY, 1, 9).syntax(syntax), Map.of("PatientID", "L-1"));
        assertThat(data.getString(Tag.PatientID)).isEqualTo("L-1");
        assertThat(onlyItem(onlyItem(data, Tag.OriginalAttributesSequence), Tag.ModifiedAttributesSequence)
                .getString(Tag.PatientID)).isEqualTo("4711");
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

    private Attributes coerce(ImageFile file, Map<String, String> replacements, SequenceChange... sequences)
            throws IOException {
        Path from = file.write(folder);
        Path to = folder.resolve("coerced.dcm");
        Rewriting.rewrite(from, to, new AttributeChanges(new TreeMap<>(replacements), List.of(sequences), "PRIORFETCH",
                "regional", Instant.parse("2026-03-02T10:00:00Z")), spool);
        assertThat(Dump.of(to)).isNotEmpty();
        try (ImageInputStream in = new ImageInputStream(to.toFile())) {
            return in.readDataset(-1, -1);
        }
    }

    private static Attributes otherId(String id, String name) {
        Attributes item = new Attributes();
        item.setString(Tag.PatientID, VR.LO, id);
        item.setString(Tag.PatientName, VR.PN, name);
        return item;
    }

    @Test
    void anotherIdJoinsThoseThatAreThere() throws IOException {
        ImageFile file = new ImageFile(STUDY, 1, 6)
                .edit(data -> data.newSequence(Tag.OtherPatientIDsSequence, 1).add(otherId("OLD", "Doe^Jane")));
        SequenceChange change = SequenceChange.toOtherId(new PatientKey("4711", "REGIO"));
        Attributes data = coerce(file, Map.of("PatientID", "L-1"), change);
        assertThat(data.getSequence(Tag.OtherPatientIDsSequence)).extracting(item -> item.getString(Tag.PatientID))
                .containsExactly("OLD", "4711");
        assertThat(data.getSequence(Tag.OtherPatientIDsSequence).get(1).getString(Tag.IssuerOfPatientID))
                .isEqualTo("REGIO");
        Attributes original = onlyItem(onlyItem(data, Tag.OriginalAttributesSequence), Tag.ModifiedAttributesSequence);
        assertThat(onlyItem(original, Tag.OtherPatientIDsSequence).getString(Tag.PatientID)).isEqualTo("OLD");
    }

    @Test
    void anIdThatIsThereIsNotAddedAgain() throws IOException {
        ImageFile file = new ImageFile(STUDY, 1, 7)
                .edit(data -> data.newSequence(Tag.OtherPatientIDsSequence, 1).add(otherId("4711", "Doe^Jane")));
        Attributes data = coerce(file, Map.of(), SequenceChange.toOtherId(new PatientKey("4711", null)));
        assertThat(data.getSequence(Tag.OtherPatientIDsSequence)).hasSize(1);
        assertThat(data.contains(Tag.OriginalAttributesSequence)).isFalse();
    }

    @Test
    void aCodeTakesThePlaceOfAnotherThatIsKept() throws IOException {
        ImageFile file = new ImageFile(STUDY, 1, 8).set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100").edit(data -> {
            Attributes code = new Attributes();
            data.newSequence(Tag.ProcedureCodeSequence, 1).add(code);
            code.setString(Tag.CodeValue, VR.SH, "U1");
            code.setString(Tag.CodingSchemeDesignator, VR.SH, "99U");
            code.setString(Tag.CodeMeaning, VR.LO, "Schädel");
        });
        CodedTerm local = new CodedTerm("12345678901234567", "99HOSP", "王 head");
        Attributes data = coerce(file, Map.of("InstitutionName", "Łódź"),
                SequenceChange.toCode("ProcedureCodeSequence", local),
                SequenceChange.toCode("AnatomicRegionSequence", new CodedTerm("69536005", "SCT", "Head")));
        assertThat(data.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 192");
        Attributes code = onlyItem(data, Tag.ProcedureCodeSequence);
        assertThat(code.getString(Tag.LongCodeValue)).isEqualTo("12345678901234567");
        assertThat(code.contains(Tag.CodeValue)).isFalse();
        assertThat(code.getString(Tag.CodeMeaning)).isEqualTo("王 head");
        assertThat(onlyItem(data, Tag.AnatomicRegionSequence).getString(Tag.CodeValue)).isEqualTo("69536005");
        Attributes original = onlyItem(onlyItem(data, Tag.OriginalAttributesSequence), Tag.ModifiedAttributesSequence);
        assertThat(onlyItem(original, Tag.ProcedureCodeSequence).getString(Tag.CodeMeaning)).isEqualTo("Schädel");
        assertThat(original.contains(Tag.AnatomicRegionSequence)).isFalse();
    }

    @Test
    void anIssuerGoesWithItsNumber() throws IOException {
        ImageFile file = new ImageFile(STUDY, 1, 9).edit(data -> {
            Attributes issuer = new Attributes();
            issuer.setString(Tag.LocalNamespaceEntityID, VR.UT, "REGIO");
            data.newSequence(Tag.IssuerOfAccessionNumberSequence, 1).add(issuer);
        });
        Attributes data = coerce(file, Map.of("AccessionNumber", ""),
                SequenceChange.removing("IssuerOfAccessionNumberSequence"));
        assertThat(data.contains(Tag.IssuerOfAccessionNumberSequence)).isFalse();
        Attributes original = onlyItem(onlyItem(data, Tag.OriginalAttributesSequence), Tag.ModifiedAttributesSequence);
        assertThat(onlyItem(original, Tag.IssuerOfAccessionNumberSequence).getString(Tag.LocalNamespaceEntityID))
                .isEqualTo("REGIO");
    }

    @Test
    void whatIsKeptStaysReadableWhenALaterChangeWidensTheCharacterSet() throws IOException {
        ImageFile file = new ImageFile(STUDY, 1, 10).set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 100")
                .set(Tag.InstitutionName, VR.LO, "Klinik Süd")
                .set(Tag.PatientName, VR.PN, "Gräf^Änne");
        Attributes data = coerce(file, Map.of("InstitutionName", "Elsewhere", "StudyDescription", "EXT 王"));
        assertThat(data.getString(Tag.SpecificCharacterSet)).isEqualTo("ISO_IR 192");
        assertThat(data.getString(Tag.PatientName)).isEqualTo("Gräf^Änne");
        Attributes original = onlyItem(onlyItem(data, Tag.OriginalAttributesSequence), Tag.ModifiedAttributesSequence);
        assertThat(original.getString(Tag.InstitutionName)).isEqualTo("Klinik Süd");
    }
}
