package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.identity.PatientLinks;
import org.priorfetch.engine.identity.RememberedDecisions;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.Exclusions;
import org.priorfetch.engine.model.HeaderFacts;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.LocalCode;
import org.priorfetch.engine.model.LocalCodes;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.ProcedureMap;
import org.priorfetch.engine.model.ProcedureTable;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SequenceChange;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.settings.PacsSettings;
import org.priorfetch.engine.settings.SelfSettings;
import org.priorfetch.engine.settings.SiteSettings;

/** The same words mean one procedure at one source, and another one elsewhere. */
class SourceProceduresTest {

    private static final CodedTerm KNEE = new CodedTerm("K1", "99HOSP", "Knee");
    private static final CodedTerm SHOULDER = new CodedTerm("S1", "99HOSP", "Shoulder");
    private static final CodedTerm HEAD = new CodedTerm("H1", "99HOSP", "Head");

    private final SiteImports imports = new SiteImports(new SitePolicy(
            new SiteSettings(new SelfSettings("PRIORFETCH", "127.0.0.1", null, null),
                    new PacsSettings("PACS", "127.0.0.1", 104, "HOSP", SourceBudget.DEFAULT, null), List.of(),
                    List.of(), RelevanceRules.DEFAULT,
                    new ProcedureTable(ProcedureMap.EMPTY,
                            new LocalCodes(
                                    List.of(new LocalCode("R77", KNEE, null), new LocalCode("CT*", HEAD, null))),
                            Map.of("regional", new ProcedureTable(ProcedureMap.EMPTY,
                                    new LocalCodes(List.of(new LocalCode("R77", SHOULDER, null)))))),
                    Exclusions.NONE, null),
            new SitePolicy.Knowledge(() -> RememberedDecisions.NONE, () -> PatientLinks.NONE, _ -> PatientTraits.NONE,
                    new ChosenInstances(_ -> Optional.empty()), new CrossReferences(Map.of(), new SystemClock()))),
            new SystemClock());

    private List<SequenceChange> changes(String source, String description) {
        PriorCandidate study = new PriorCandidate(new StudyRef("1.2.3", source), RuntimeExamples.PATIENT, "",
                LocalDate.of(2025, 1, 1), null, description, new TreeSet<>(Set.of("CT")), Set.of(), 1);
        TransferJob job = new TransferJob(1, "A1", RuntimeExamples.PATIENT, study, Urgency.ROUTINE,
                RuntimeExamples.NOW, TransferState.QUEUED, 0, RuntimeExamples.NOW, 1, 0, 0, null,
                RuntimeExamples.NOW);
        InstanceHeader header = new InstanceHeader(new InstanceRef("1.2.3.1.1", "1.2", "1.2.3.1"), "1.2.3",
                RuntimeExamples.PATIENT, "", PatientTraits.NONE,
                new HeaderFacts(Map.of("StudyDescription", description), Map.of(), Map.of()));
        return imports.changes(job, header).sequences();
    }

    private static SequenceChange to(CodedTerm code) {
        return SequenceChange.toCode("ProcedureCodeSequence", code);
    }

    @Test
    void theEntriesOfTheSourceWinAndTheSitesHoldForTheRest() {
        assertThat(changes("regional", "R77")).containsExactly(to(SHOULDER));
        assertThat(changes("regional", "CT Kopf")).containsExactly(to(HEAD));
        assertThat(changes("university", "R77")).containsExactly(to(KNEE));
        assertThat(changes(StudyRef.MEDIA, "R77")).containsExactly(to(KNEE));
    }
}
