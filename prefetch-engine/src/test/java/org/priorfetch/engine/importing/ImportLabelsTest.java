package org.priorfetch.engine.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.AccessionPolicy;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.HeaderFacts;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.LocalCode;
import org.priorfetch.engine.model.LocalCodes;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorMarks;
import org.priorfetch.engine.model.SequenceChange;
import org.priorfetch.engine.model.Sex;

class ImportLabelsTest {

    private static final Instant NOW = Instant.parse("2026-03-10T08:00:00Z");
    private static final CodedTerm ABDOMEN = new CodedTerm("7654", "99HOSP", "CT Abdomen");
    private static final CodedTerm REGION = new CodedTerm("818981001", "SCT", "Abdomen");
    private static final PriorMarks MARKS = new PriorMarks("EXT ",
            new TreeMap<>(Map.of("InstitutionName", "Elsewhere", "StudyStatusID", "READ")));
    private static final LocalCodes CODES = new LocalCodes(List.of(new LocalCode("CT Abd*", ABDOMEN, REGION),
            new LocalCode("U77", ABDOMEN, null), new LocalCode("MR *", null, REGION)));

    private static AttributeChanges changes(PriorMarks marks, LocalCodes codes, HeaderFacts facts) {
        return new ImportRules("REG", AccessionPolicy.EMPTY, "HOSP", "REGIO", new ImportLabels(marks, codes))
                .changesFor(null, header(facts, "P1", null, ""), "CUR", NOW);
    }

    private static HeaderFacts facts(Map<String, String> texts) {
        return new HeaderFacts(texts, Map.of(), Map.of());
    }

    private static HeaderFacts study(String description, String modality, CodedTerm... procedure) {
        return new HeaderFacts(Map.of("StudyDescription", description, "Modality", modality),
                procedure.length == 0 ? Map.of() : Map.of("ProcedureCodeSequence", List.of(procedure)), Map.of());
    }

    private static InstanceHeader header(HeaderFacts facts, String id, @Nullable String issuer, String accession) {
        Patient patient = new Patient(new PatientKey(id, issuer), "Doe^Jane", LocalDate.of(1970, 1, 2), Sex.F);
        return new InstanceHeader(new InstanceRef("1.1.1", "1.2", "1.1"), "1", patient, accession, PatientTraits.NONE,
                facts);
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(delimiter = '|', textBlock = """
            CT Abdomen     | EXT CT Abdomen
            ''             | EXT
            EXT CT Abdomen | EXT CT Abdomen
            EXTREMITY      | EXTREMITY
            123456789012345678901234567890123456789012345678901234567890 1234 | EXT 123456789012345678901234567890123456789012345678901234567890
            """)
    void theMarkStandsOnceBeforeTheDescriptionAndFitsIntoIt(String before, String after) {
        HeaderFacts facts = facts(before.isEmpty() ? Map.of() : Map.of("StudyDescription", before));

        AttributeChanges changes = changes(new PriorMarks("EXT ", new TreeMap<>(Map.of())), LocalCodes.EMPTY, facts);

        assertThat(changes.replacements().getOrDefault("StudyDescription", before)).isEqualTo(after)
                .hasSizeLessThanOrEqualTo(64);
    }

    @Test
    void nothingIsMarkedByDefault() {
        AttributeChanges changes = changes(PriorMarks.NONE, LocalCodes.EMPTY, study("CT Abdomen", "CT"));

        assertThat(changes).isEqualTo(AttributeChanges.NONE);
    }

    @Test
    void onlyWhatDiffersIsMarked() {
        AttributeChanges changes = changes(MARKS, LocalCodes.EMPTY,
                facts(Map.of("StudyDescription", "CT", "InstitutionName", "Elsewhere")));

        assertThat(changes.replacements()).isEqualTo(Map.of("StudyDescription", "EXT CT", "StudyStatusID", "READ"));
    }

    @Test
    void theLedgerKnowsWhatAMarkReplaced() {
        InstanceHeader header = header(facts(Map.of("InstitutionName", "There")), "P1", null, "");
        AttributeChanges changes = changes(MARKS, LocalCodes.EMPTY, header.facts());

        assertThat(AttributeChange.in(header, changes)).containsExactly(
                new AttributeChange("InstitutionName", "There", "Elsewhere"),
                new AttributeChange("StudyDescription", "", "EXT"), new AttributeChange("StudyStatusID", "", "READ"));
    }

    @Test
    void foreignCodesAndDescriptionsBecomeLocalCodes() {
        assertThat(changes(PriorMarks.NONE, CODES, study("CT Abdomen nativ", "CT")).sequences()).containsExactly(
                SequenceChange.toCode("ProcedureCodeSequence", ABDOMEN),
                SequenceChange.toCode("AnatomicRegionSequence", REGION));
        assertThat(changes(PriorMarks.NONE, CODES, study("whatever", "CT", new CodedTerm("u77", "U", "?"))).sequences())
                .containsExactly(SequenceChange.toCode("ProcedureCodeSequence", ABDOMEN));
        assertThat(changes(PriorMarks.NONE, CODES, study("MR Liver", "MR")).sequences())
                .containsExactly(SequenceChange.toCode("AnatomicRegionSequence", REGION));
        assertThat(changes(PriorMarks.NONE, CODES, study("US Liver", "US"))).isEqualTo(AttributeChanges.NONE);
    }

    @Test
    void whatIsCodedSoAlreadyIsLeftAlone() {
        assertThat(changes(PriorMarks.NONE, CODES, study("CT Abdomen", "SR", ABDOMEN)).sequences()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"SR", "KO", "PR", "DOC"})
    void whatShowsNoPartOfABodyGetsNoRegion(String modality) {
        assertThat(changes(PriorMarks.NONE, CODES, study("CT Abdomen", modality)).sequences())
                .containsExactly(SequenceChange.toCode("ProcedureCodeSequence", ABDOMEN));
    }

    @Test
    void ourOwnMarkHidesNothingFromTheTable() {
        assertThat(changes(MARKS, CODES, study("EXT CT Abdomen", "CT")).sequences()).hasSize(2);
        assertThat(new ImportLabels(MARKS, CODES).unmarked("EXT CT Abdomen")).isEqualTo("CT Abdomen");
        assertThat(new ImportLabels(MARKS, CODES).unmarked("CT Abdomen")).isEqualTo("CT Abdomen");
        assertThat(ImportLabels.NONE.unmarked("EXT CT")).isEqualTo("EXT CT");
    }

    @ParameterizedTest(name = "{0}^^^{1} for {2}^^^{3}: {4}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            X9 | OTHER | P1 | HOSP | X9^^^OTHER
            X9 | -     | P1 | HOSP | X9^^^REGIO
            P1 | OTHER | P1 | HOSP | P1^^^OTHER
            P1 | -     | P1 | HOSP | -
            P1 | HOSP  | P1 | HOSP | -
            '' | -     | P1 | HOSP | -
            """)
    void theForeignIdStaysAsAnotherIdOfThePatient(String id, String issuer, String localId, String localIssuer,
            String other) {
        Patient local = new Patient(new PatientKey(localId, localIssuer), "Doe^Jane", LocalDate.of(1970, 1, 2), Sex.F);

        AttributeChanges changes = new ImportRules("REG", AccessionPolicy.SAME, "HOSP", "REGIO", ImportLabels.NONE)
                .changesFor(local, header(HeaderFacts.NONE, id, issuer, ""), "", NOW);

        if (other == null) {
            assertThat(changes.sequences()).isEmpty();
        } else {
            assertThat(changes.sequences()).singleElement().satisfies(change -> {
                assertThat(change.keyword()).isEqualTo("OtherPatientIDsSequence");
                assertThat(change.adding()).isTrue();
                assertThat(change.text()).isEqualTo(other);
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"EMPTY, true", "PREFIX, true", "SAME, false"})
    void anAccessionNumberKeepsItsIssuerAsLongAsItIsTheSame(AccessionPolicy policy, boolean removed) {
        HeaderFacts facts = new HeaderFacts(Map.of(), Map.of(), Map.of("IssuerOfAccessionNumberSequence", "REGIO"));

        AttributeChanges changes = new ImportRules("REG", policy, "HOSP")
                .changesFor(null, header(facts, "P1", null, "A1"), "CUR", NOW);

        assertThat(changes.sequences().contains(SequenceChange.removing("IssuerOfAccessionNumberSequence")))
                .isEqualTo(removed);
    }
}
