package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.priorfetch.engine.demo.SyntheticStudies;
import org.priorfetch.engine.importing.ImportLabels;
import org.priorfetch.engine.importing.ImportRules;
import org.priorfetch.engine.model.AccessionPolicy;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.LocalCode;
import org.priorfetch.engine.model.LocalCodes;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorMarks;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.testing.Conformity;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.TopLevel;

/** One object of every modality and character set, with all that an import may change: other tools find no new error. */
@NeedsTools({"dcmdump", "dciodvfy"})
class CoercedObjectsInteropTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Patient LOCAL = new Patient(new PatientKey("L-1", "LOCAL"), "Łukasiewicz^Żaneta",
            LocalDate.of(1970, 1, 2), Sex.F);
    private static final ImportRules RULES = new ImportRules("regional", AccessionPolicy.PREFIX, "LOCAL", "HOSP",
            new ImportLabels(
                    new PriorMarks("EXT ", new TreeMap<>(Map.of("InstitutionName", "Auswärts", "StudyStatusID", "READ",
                            "RequestedProcedurePriority", "LOW", "(0099,\"GENERAL HOSPITAL\",10)", "PRIOR"))),
                    new LocalCodes(List.of(new LocalCode("*", new CodedTerm("4711", "99HOSP", "Examination"),
                            new CodedTerm("38266002", "SCT", "Entire body"))))));

    /** As the conformance statement lists them. */
    private static final SortedSet<String> DOCUMENTED = new TreeSet<>(List.of("0008,0005", "0008,0050", "0008,0080",
            "0008,1030", "0008,1032", "0008,2218", "0010,0010", "0010,0020", "0010,0021", "0010,0030", "0010,0040",
            "0010,1002", "0032,000a", "0040,1003", "0099,0010", "0099,1010", "0400,0561"));

    @TempDir
    static Path folder;
    private static List<Path> objects = List.of();

    /** The first object of each study. */
    @BeforeAll
    static void generate() throws IOException {
        SyntheticStudies.generate(folder.resolve("studies"), 11, LocalDate.of(2026, 3, 2));
        Files.createDirectories(folder.resolve("spool"));
        try (Stream<Path> studies = Files.walk(folder.resolve("studies"), 2)) {
            objects = studies.filter(path -> path.getFileName().toString().startsWith("P"))
                    .map(CoercedObjectsInteropTest::first)
                    .toList();
        }
    }

    private static Path first(Path study) {
        try (Stream<Path> files = Files.list(study)) {
            return files.sorted().findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Path> objects() {
        return objects;
    }

    private static InstanceHeader header(Path object) throws IOException {
        try (ImageInputStream in = new ImageInputStream(object.toFile())) {
            return DatasetValues.instanceHeader(in.readDataset(-1, -1));
        }
    }

    @ParameterizedTest
    @MethodSource("objects")
    void onlyWhatIsDocumentedDiffersAndNoErrorIsNew(Path object) throws IOException {
        AttributeChanges changes = RULES.changesFor(LOCAL, header(object), "CUR", NOW);
        Path coerced = folder.resolve("coerced.dcm");
        Rewriting.rewrite(object, coerced, changes, folder.resolve("spool"));

        assertThat(TopLevel.differing(Dump.of(object), Dump.of(coerced))).isSubsetOf(DOCUMENTED)
                .contains("0008,0050", "0008,1032", "0010,0010", "0010,0020", "0010,1002", "0400,0561");
        assertThat(Conformity.errorsOf(coerced)).isSubsetOf(Conformity.errorsOf(object));
        assertThat(header(coerced).patient()).isEqualTo(LOCAL);
    }

    @Test
    void allModalitiesAreThere() {
        assertThat(objects.stream()
                .map(object -> Dump.of(object)
                        .stream()
                        .filter(line -> line.startsWith("(0008,0060)"))
                        .findFirst()
                        .orElseThrow())
                .distinct()).hasSize(5);
    }
}
