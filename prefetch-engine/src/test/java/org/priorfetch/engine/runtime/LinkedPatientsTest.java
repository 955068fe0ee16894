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
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.ProcedureTable;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.settings.PacsSettings;
import org.priorfetch.engine.settings.RetrieveMethod;
import org.priorfetch.engine.settings.SelfSettings;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SourceSettings;
import org.priorfetch.engine.store.DatabaseStore;

/** What a merge of two patient IDs changes about whose a study is, and what it does not. */
class LinkedPatientsTest {

    private static final PatientKey FORMER = PatientKey.of("OLD");
    private static final Patient LOCAL = new Patient(PatientKey.of("NEW"), "Doe^Jane", LocalDate.of(1970, 1, 2), Sex.F);
    private static final Patient THE_SAME = new Patient(FORMER, "Doe^Jane", LocalDate.of(1970, 1, 2), Sex.F);
    private static final Patient SOMEBODY_ELSE = new Patient(FORMER, "Roe^Richard", LocalDate.of(1944, 4, 4), Sex.M);

    @TempDir
    private Path home;
    private Repositories store;
    private LinkBook links;
    private SitePolicy policy;
    private SiteImports imports;

    @BeforeEach
    void open() {
        store = DatabaseStore.open(home, InstantSource.fixed(Instant.EPOCH));
        links = new LinkBook(store.patientLinks(), "HOSP", new SystemClock());
        SiteSettings site = new SiteSettings(new SelfSettings("PRIORFETCH", "127.0.0.1", null, null),
                new PacsSettings("PACS", "127.0.0.1", 104, "HOSP", SourceBudget.DEFAULT, null), List.of(),
                List.of(new SourceSettings("regional", "REGIONAL", "127.0.0.1", 104, RetrieveMethod.GET,
                        SourceBudget.DEFAULT, AccessionPolicy.EMPTY, null)),
                RelevanceRules.DEFAULT, ProcedureTable.EMPTY, Exclusions.NONE, null);
        policy = new SitePolicy(site, new SitePolicy.Knowledge(() -> RememberedDecisions.NONE,
                links::links, _ -> PatientTraits.NONE,
                new ChosenInstances(_ -> Optional.empty()),
                new CrossReferences(Map.of(), new SystemClock())));
        imports = new SiteImports(policy, new SystemClock());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static PriorCandidate study(String place, Patient patient, int instances) {
        return new PriorCandidate(new StudyRef("1.2.3", place), patient, "", LocalDate.of(2025, 1, 1), null, "CT Chest",
                new TreeSet<>(Set.of("CT")), Set.of(), instances);
    }

    private static TransferJob job(Patient found) {
        return new TransferJob(1, "A1", LOCAL, study("regional", found, 10), Urgency.ROUTINE, RuntimeExamples.NOW,
                TransferState.QUEUED, 0, RuntimeExamples.NOW, 10, 0, 0, null, RuntimeExamples.NOW);
    }

    private IdentityDecision found(String place, Patient patient) {
        return policy.identify(LOCAL, study(place, patient, 10), "A1").identity();
    }

    private IdentityDecision received(Patient patient) {
        return imports.check(job(THE_SAME),
                new InstanceHeader(new InstanceRef("1.2.3.1.1", "1.2", "1.2.3.1"), "1.2.3", patient, ""));
    }

    @Test
    void withoutALinkAnotherIdIsAnotherPatient() {
        assertThat(found("regional", THE_SAME)).isNotInstanceOf(IdentityDecision.Accept.class);
        assertThat(received(THE_SAME)).isNotInstanceOf(IdentityDecision.Accept.class);
    }

    @Test
    void afterAMergeTheFormerIdIsTheLocalOne() {
        links.link(FORMER, LOCAL.key());
        assertThat(found("regional", THE_SAME)).isInstanceOf(IdentityDecision.Accept.class);
        assertThat(found(StudyRef.PACS, THE_SAME)).isInstanceOf(IdentityDecision.Accept.class);
        assertThat(received(THE_SAME)).isInstanceOf(IdentityDecision.Accept.class);
    }

    @Test
    void nameBirthDateAndSexMustAgreeAllTheSame() {
        links.link(FORMER, LOCAL.key());
        assertThat(found("regional", SOMEBODY_ELSE)).isNotInstanceOf(IdentityDecision.Accept.class);
        assertThat(received(SOMEBODY_ELSE)).isNotInstanceOf(IdentityDecision.Accept.class);
    }

    @Test
    void nothingIsAddedToWhatThePacsHoldsUnderTheFormerId() {
        links.link(FORMER, LOCAL.key());
        assertThat(imports.conflict(job(THE_SAME), study(StudyRef.PACS, THE_SAME, 4))).isNotNull();
        assertThat(imports.conflict(job(THE_SAME), study(StudyRef.PACS, THE_SAME, 10))).isNull();
        assertThat(imports.conflict(job(THE_SAME), study(StudyRef.PACS, LOCAL, 4))).isNull();
    }
}
