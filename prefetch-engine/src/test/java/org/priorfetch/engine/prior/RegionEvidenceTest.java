package org.priorfetch.engine.prior;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.LocalCodes;
import org.priorfetch.engine.model.MappedProcedure;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.ProcedureMap;
import org.priorfetch.engine.model.ProcedureTable;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.Side;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.testing.StudyExample;

/** Which of several witnesses is believed. */
class RegionEvidenceTest {

    private static final ProcedureMap MAP = new ProcedureMap(
            List.of(new MappedProcedure("CT-P7", Set.of(BodyRegion.LUMBAR_SPINE), Side.UNKNOWN),
                    new MappedProcedure("Spezial*", Set.of(BodyRegion.KNEE), Side.LEFT)));

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            CT-P7:LOCAL:x     | CT Thorax       | -            | HEAD  | CT | LUMBAR_SPINE          | PROCEDURE_MAP
            -                 | Spezial 7       | -            | HEAD  | MR | KNEE                  | PROCEDURE_MAP
            69536005:SCT:Head | Kontrolle       | Thorax 1.0   | CHEST | CT | HEAD                  | CODE
            T-D1100:SRT:Head  | MRT Knie links  | -            | -     | MR | HEAD                  | CODE
            T-D1100:99SDM:x   | Kontrolle       | -            | -     | MR | HEAD                  | CODE
            24627-2:LN:x      | Kontrolle       | -            | -     | CT | CHEST                 | CODE
            3-207:OPS:x       | Kontrolle       | -            | -     | CT | ABDOMEN               | CODE
            69536005:LOCAL:x  | Kontrolle       | -            | KNEE  | CT | KNEE                  | BODY_PART
            X1:RIS:CT Thorax  | MRT Knie links  | -            | -     | CT | KNEE                  | DESCRIPTION
            X1:RIS:CT Thorax  | Kontrolle       | Knie sag     | -     | CT | CHEST                 | DESCRIPTION
            -                 | MRT Knie        | Thorax       | CHEST | MR | KNEE                  | DESCRIPTION
            -                 | Polytrauma      | Thorax 1.0   | CHEST | CT | WHOLE_BODY            | DESCRIPTION_HINT
            -                 | Kontrolle       | Thorax 1.0   | HEAD  | CT | CHEST                 | SERIES_DESCRIPTION
            -                 | Angiographie    | Becken DSA   | -     | XA | PELVIS                | SERIES_DESCRIPTION
            -                 | Angiographie    | -            | -     | XA | VESSELS               | DESCRIPTION
            -                 | Screening       | -            | CHEST | MG | BREAST                | MODALITY_ALONE
            -                 | Kontrolle       | -            | HEAD  | CT | HEAD                  | BODY_PART
            -                 | Kontrolle       | -            | HEAD  | PT | HEAD                  | BODY_PART
            -                 | -               | -            | -     | PT | WHOLE_BODY            | MODALITY
            """)
    void theMostTrustworthyWitnessIsBelieved(String code, String description, String series, String bodyPart,
            String modality, String regions, RegionEvidence evidence) {
        Regions read = Regions.of(study(code, description, series, bodyPart, modality), MAP);

        assertThat(read.evidence()).isEqualTo(regions(regions).stream()
                .collect(Collectors.toMap(region -> region, region -> evidence)));
    }

    /** The same study at two sources; at one of them its code is said to show something else. */
    @Test
    void whatASourceCallsItsProceduresHoldsThereOnly() {
        ProcedureTable table = new ProcedureTable(MAP, LocalCodes.EMPTY, Map.of("uni", new ProcedureTable(
                new ProcedureMap(List.of(new MappedProcedure("CT-P7", Set.of(BodyRegion.KNEE), Side.UNKNOWN))),
                LocalCodes.EMPTY)));
        PriorCandidate study = study("CT-P7:LOCAL:x", "x", null, null, "CT");
        RegionReading reading = RegionReading.by(table);
        Exam.Reader reader = new Exam.Reader(Exam.of(StudyExample.appointment("CT", "CT Knie"), reading), reading);

        assertThat(reader.read(at("regional", study)).regions().regions()).containsExactly(BodyRegion.LUMBAR_SPINE);
        assertThat(reader.read(at("uni", study)).regions().regions()).containsExactly(BodyRegion.KNEE);
        assertThat(reader.read(at("clinic", study)).regions().regions()).containsExactly(BodyRegion.LUMBAR_SPINE);
        assertThat(reader.read(at("uni", study(null, "Spezial 7", null, null, "MR"))).regions().regions())
                .as("the site's holds where the source's says nothing")
                .containsExactly(BodyRegion.KNEE);
    }

    @Test
    void theCodesOfAnAppointmentAreBelievedLikeThoseOfAStudy() {
        WorklistItem item = new WorklistItem("A1", null, new Patient(PatientKey.of("1"), "", null, Sex.UNKNOWN),
                new TreeSet<>(Set.of("CT")), "Kontrolle", "", Instant.EPOCH, Urgency.ROUTINE, "ris", "", "", "",
                PatientTraits.NONE, Set.of(new CodedTerm("24627-2", "LN", "CT Chest")));

        assertThat(Regions.of(item, MAP).evidence()).isEqualTo(Map.of(BodyRegion.CHEST, RegionEvidence.CODE));
    }

    @Test
    void aDescriptionThatAgreesWithTheCodeAddsToIt() {
        Regions read = Regions.of(study("818981001:SCT:Abdomen", "CT Abdomen/Becken", null, null, "CT"));

        assertThat(read.evidence()).isEqualTo(Map.of(BodyRegion.ABDOMEN, RegionEvidence.CODE, BodyRegion.PELVIS,
                RegionEvidence.DESCRIPTION));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -                                                  | Spezial re.   | -       | LEFT
            CT-P7:LOCAL:x                                      | CT rechts     | -       | RIGHT
            -                                                  | MRT Knie re.  | Knie li | RIGHT
            133945003:SCT:Left hypochondriac region            | Kontrolle     | -       | LEFT
            -                                                  | MRT Knie      | Knie li | LEFT
            -                                                  | CT Thorax     | Knie li | UNKNOWN
            """)
    void theSideComesFromTheFirstThatTellsIt(String code, String description, String series, Side side) {
        assertThat(Regions.of(study(code, description, series, null, "MR"), MAP).side()).isEqualTo(side);
    }

    @ParameterizedTest
    @EnumSource(RegionEvidence.class)
    void isToldInBothLanguages(RegionEvidence evidence) {
        Message message = evidence.message();

        assertThat(message.text()).isNotBlank().isNotEqualTo(message.text(Locale.GERMAN));
        assertThat(evidence.confidence()).isBetween(1, 100);
    }

    @Test
    void isToldOnceForAllRegions() {
        Regions read = Regions.of(study(null, "CT Thorax/Abdomen", null, null, "CT"));

        assertThat(read.evidenceMessages()).singleElement().extracting(Message::text).isEqualTo("by its description");
    }

    private static PriorCandidate at(String source, PriorCandidate study) {
        return new PriorCandidate(new StudyRef("1", source), study.patient(), "", study.studyDate(), null,
                study.studyDescription(), study.modalities(), study.bodyParts(), study.seriesDescriptions(),
                study.codes(), 1, PatientTraits.NONE);
    }

    private static PriorCandidate study(String code, String description, String series, String bodyPart,
            String modality) {
        String[] parts = code == null ? new String[0] : code.split(":");
        Set<CodedTerm> codes = code == null ? Set.of() : Set.of(new CodedTerm(parts[0], parts[1], parts[2]));
        return new PriorCandidate(new StudyRef("1", "regional"), StudyExample.PATIENT, "", LocalDate.of(2025, 1, 1),
                null, description == null ? "" : description, new TreeSet<>(Set.of(modality)), texts(bodyPart),
                texts(series), codes, 1, PatientTraits.NONE);
    }

    private static Set<String> texts(String text) {
        return text == null ? Set.of() : Set.of(text);
    }

    private static Set<BodyRegion> regions(String names) {
        return Arrays.stream(names.split(" "))
                .map(BodyRegion::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(BodyRegion.class)));
    }
}
