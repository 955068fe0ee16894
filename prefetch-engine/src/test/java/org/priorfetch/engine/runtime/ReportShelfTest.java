package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.identity.RememberedDecisions;
import org.priorfetch.engine.model.AccessionPolicy;
import org.priorfetch.engine.model.Exclusions;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientScheme;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.ProcedureTable;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.ReportDocument;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TextReport;
import org.priorfetch.engine.model.TextReport.Status;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.settings.PacsSettings;
import org.priorfetch.engine.settings.RetrieveMethod;
import org.priorfetch.engine.settings.SelfSettings;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SourceSettings;
import org.priorfetch.engine.store.DatabaseStore;

/** Which report is a study's. */
class ReportShelfTest {

    private static final PatientKey JANE = new PatientKey("4711", "HOSP");

    @TempDir
    private Path home;
    private Repositories store;
    private LinkBook links;
    private ReportShelf shelf;

    @BeforeEach
    void open() {
        store = DatabaseStore.open(home, InstantSource.fixed(Instant.EPOCH));
        links = new LinkBook(store.patientLinks(), "HOSP", new SystemClock());
        SiteSettings site = new SiteSettings(new SelfSettings("PRIORFETCH", "127.0.0.1", null, null),
                new PacsSettings("PACS", "127.0.0.1", 104, "HOSP", SourceBudget.DEFAULT, null), List.of(),
                List.of(source("regional", null, PatientScheme.SAME),
                        source("university", null, new PatientScheme.Demographics()),
                        source("clinic", "CLINIC", PatientScheme.SAME)),
                RelevanceRules.DEFAULT, ProcedureTable.EMPTY, Exclusions.NONE, null);
        SitePolicy policy = new SitePolicy(site, new SitePolicy.Knowledge(
                () -> RememberedDecisions.NONE, links::links, _ -> PatientTraits.NONE,
                new ChosenInstances(_ -> Optional.empty()),
                new CrossReferences(Map.of(), new SystemClock())));
        shelf = new ReportShelf(store.textReports(), policy, links, "HOSP");
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static SourceSettings source(String name, String issuer, PatientScheme scheme) {
        return new SourceSettings(name, "AE", "127.0.0.1", 104, RetrieveMethod.GET, SourceBudget.DEFAULT,
                AccessionPolicy.EMPTY, issuer, scheme, null);
    }

    private static PriorCandidate study(String source, PatientKey patient, String accession) {
        return new PriorCandidate(new StudyRef("1.2.3", source), new Patient(patient, "Doe^Jane", null, Sex.F),
                accession,
                LocalDate.of(2025, 1, 1), null, "CT Chest", new TreeSet<>(Set.of("CT")), Set.of(), 10);
    }

    private void told(PatientKey patient, String text, Status status) {
        shelf.take(new TextReport("A-1", patient, text, status, Instant.EPOCH), List.of());
    }

    private Optional<String> of(String source, PatientKey patient) {
        return shelf.of(study(source, patient, "A-1")).map(TextReport::text);
    }

    @Test
    void numberAndPatientMustBeTheStudys() {
        told(JANE, "No change.\nDr. M\u00fcller", Status.FINAL);

        assertThat(of(StudyRef.PACS, JANE)).contains("No change.\nDr. M\u00fcller");
        assertThat(of(StudyRef.PACS, PatientKey.of("4711"))).as("the PACS's domain").isPresent();
        assertThat(of("regional", PatientKey.of("4711"))).as("shares the PACS's IDs").isPresent();
        assertThat(of(StudyRef.PACS, new PatientKey("0815", "HOSP"))).as("another patient").isEmpty();
        assertThat(shelf.of(study(StudyRef.PACS, JANE, "A-2"))).as("another number").isEmpty();
        assertThat(shelf.of(study(StudyRef.PACS, JANE, ""))).as("no number").isEmpty();
    }

    @Test
    void theSameIdOfAnotherDomainIsAnotherPatient() {
        told(JANE, "No change.", Status.FINAL);

        assertThat(of("university", PatientKey.of("4711"))).as("anybody's domain").isEmpty();
        assertThat(of("clinic", PatientKey.of("4711"))).isEmpty();
        assertThat(of("university", JANE)).as("it says whose ID it is").isPresent();
    }

    @Test
    void afterAMergeTheReportIsFoundUnderEitherId() {
        told(JANE, "No change.", Status.FINAL);
        links.link(JANE, new PatientKey("9999", "HOSP"));

        assertThat(of(StudyRef.PACS, new PatientKey("9999", "HOSP"))).contains("No change.");
    }

    private void toldWithDocuments(Status status, ReportDocument... documents) {
        shelf.take(new TextReport("A-1", JANE, "", status, Instant.EPOCH, documents.length, 1), List.of(documents));
    }

    @Test
    void theDocumentsOfTheLatestReportAreKeptWithIt() {
        ReportDocument draft = ReportDocument.of(new byte[]{1});
        ReportDocument first = ReportDocument.of(new byte[3 * 1024 * 1024]);
        ReportDocument second = ReportDocument.of(new byte[]{3});
        PriorCandidate study = study(StudyRef.PACS, JANE, "A-1");

        toldWithDocuments(Status.PRELIMINARY, draft, draft, draft);
        toldWithDocuments(Status.FINAL, first, second);
        toldWithDocuments(Status.PRELIMINARY, draft);

        assertThat(shelf.of(study)).hasValueSatisfying(report -> {
            assertThat(report.documents()).isEqualTo(2);
            assertThat(report.elsewhere()).isEqualTo(1);
        });
        assertThat(shelf.document(study, 1)).contains(first);
        assertThat(shelf.document(study, 2)).contains(second);
        assertThat(shelf.document(study, 3)).isEmpty();
        assertThat(shelf.document(study(StudyRef.PACS, new PatientKey("0815", "HOSP"), "A-1"), 1)).isEmpty();

        toldWithDocuments(Status.WITHDRAWN);
        assertThat(shelf.of(study)).isEmpty();
        assertThat(shelf.document(study, 1)).isEmpty();
    }

    @Test
    void theLatestIsShownUntilItIsTakenBack() {
        told(JANE, "Draft.", Status.PRELIMINARY);
        told(JANE, "Signed.", Status.FINAL);
        told(JANE, "Late draft.", Status.PRELIMINARY);
        assertThat(of(StudyRef.PACS, JANE)).contains("Signed.");
        told(JANE, "Corrected.", Status.FINAL);
        assertThat(of(StudyRef.PACS, JANE)).contains("Corrected.");
        told(JANE, "", Status.WITHDRAWN);
        assertThat(of(StudyRef.PACS, JANE)).isEmpty();
    }
}
