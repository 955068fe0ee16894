package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.identity.PatientLinks;
import org.priorfetch.engine.identity.RememberedDecisions;
import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.PatientIndex;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.runtime.PriorSearch.Findings;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.store.DatabaseStore;
import org.priorfetch.engine.transfer.BackOff;

/** Sources whose patient IDs a patient index knows. */
class CrossReferencedSourcesTest {

    private static final Patient EVA = new Patient(new PatientKey("P1", null), "Example^Eva",
            LocalDate.of(1970, 5, 4), Sex.F);

    @TempDir
    Path home;
    private final TurnedClock clock = new TurnedClock();
    private final Index index = new Index();
    private final Source source = new Source();
    private CrossReferences references;
    private SiteSettings site;

    private static final class Index implements PatientIndex {

        private final List<String> asked = new ArrayList<>();
        private @Nullable CrossReference says = new CrossReference.Ids(List.of("U7"));

        @Override
        public CrossReference find(String patientId) throws PeerException {
            asked.add(patientId);
            CrossReference answer = says;
            if (answer == null) {
                throw new PeerException("uni", PeerException.Kind.SILENT, Message.of("hl7.pix.silent", "uni", 30));
            }
            return answer;
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    private static final class Source implements StudyFinder {

        private final List<StudyQuery> asked = new ArrayList<>();

        @Override
        public String name() {
            return "uni";
        }

        @Override
        public List<PriorCandidate> findStudies(StudyQuery query) {
            asked.add(query);
            return List.of(chest("1.1", EVA.with(PatientKey.of("U7"))), chest("1.2", EVA.with(PatientKey.of("U8"))),
                    chest("1.3", new Patient(PatientKey.of("U7"), "Other^Person", LocalDate.of(1971, 1, 2), Sex.M)));
        }

        @Override
        public List<InstanceRef> findInstances(String studyInstanceUid) {
            return List.of();
        }
    }

    private static PriorCandidate chest(String uid, Patient patient) {
        return new PriorCandidate(new StudyRef(uid, "uni"), patient, "", LocalDate.of(2025, 12, 1), null, "CT Chest",
                new TreeSet<>(Set.of("CT")), Set.of(), 10);
    }

    @BeforeEach
    void read() throws IOException {
        Path file = Files.writeString(home.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242, issuer: HOSP}
                sources:
                  - {name: uni, type: dimse, aeTitle: UNI, host: uni, port: 104, issuer: UNI, patients: pix,
                     pix: {type: v2, host: index, port: 3700}}
                """);
        site = ((ReadResult.Valid) SiteSettingsReader.read(file)).settings();
        references = new CrossReferences(Map.of("uni", index), clock);
    }

    private SitePolicy policy() {
        return new SitePolicy(site, new SitePolicy.Knowledge(() -> RememberedDecisions.NONE,
                () -> PatientLinks.NONE, _ -> PatientTraits.NONE, new ChosenInstances(_ -> Optional.empty()),
                references));
    }

    private Findings search() {
        try (Repositories store = DatabaseStore.open(home, clock::now)) {
            Inquiry inquiry = new Inquiry(List.of(source), new PatientStudies(references, Map.of()),
                    new PeerBoard(site, store.peers(), clock, () -> {}),
                    new PeerRests(new BackOff(new Random(1)), clock), Duration.ofSeconds(20));
            WorklistItem item = new WorklistItem("A1", null, EVA, new TreeSet<>(Set.of("CT")), "CT Chest", "",
                    clock.now().plusSeconds(3600), Urgency.ROUTINE, "ris", "", "", "");
            return new PriorSearch(inquiry, policy(), RelevanceRules.DEFAULT, List.of("uni"), clock).search(item,
                    Map.of());
        }
    }

    @Test
    void theSourceIsAskedForTheIdThatTheIndexGave() {
        Findings findings = search();

        assertThat(source.asked).containsExactly(new StudyQuery.OfPatient(PatientKey.of("U7")));
        assertThat(findings.unanswered()).isEmpty();
        assertThat(findings.plan().fetch()).extracting(prior -> prior.candidate().ref().studyInstanceUid())
                .containsExactly("1.1");
        assertThat(findings.plan().held()).extracting(held -> held.candidate().ref().studyInstanceUid())
                .as("the same ID, another person")
                .containsExactly("1.3");
        assertThat(findings.plan().skipped()).extracting(skip -> skip.candidate().ref().studyInstanceUid())
                .containsExactly("1.2");
    }

    @Test
    void anIndexThatDoesNotAnswerIsNeverNoPriors() {
        index.says = null;

        Findings findings = search();

        assertThat(source.asked).isEmpty();
        assertThat(findings.unanswered()).containsOnlyKeys("uni");
        assertThat(findings.unanswered().get("uni").text()).startsWith("The patient index of uni did not answer");
        assertThat(findings.notAsked()).as("it is asked again").isEmpty();
    }

    @Test
    void noIdThereIsAnAnswerAndIsSaid() {
        index.says = new CrossReference.NoneThere();

        Findings findings = search();

        assertThat(source.asked).isEmpty();
        assertThat(findings.unanswered()).isEmpty();
        assertThat(findings.remarks().get("uni").text())
                .isEqualTo("the patient index knows no ID of the patient at this source");
    }

    @Test
    void whomTheIndexDoesNotKnowMayHavePriors() {
        index.says = new CrossReference.NotInIndex();

        Findings findings = search();

        assertThat(source.asked).isEmpty();
        assertThat(findings.unanswered().get("uni").text()).startsWith("not asked: the patient index does not know");
        assertThat(findings.notAsked()).containsExactly("uni");
    }

    @Test
    void anIdThatWouldBeAPatternIsNotAskedFor() {
        index.says = new CrossReference.Ids(List.of("U*"));

        assertThat(search().unanswered()).containsOnlyKeys("uni");
        assertThat(source.asked).isEmpty();
    }

    @Test
    void answersServeForSomeMinutesAndNoSilenceIsCoveredByAnOldOne() throws PeerException {
        references.ask("uni", EVA.key());
        clock.turnOn(Duration.ofMinutes(4));
        references.ask("uni", EVA.key());
        assertThat(index.asked).containsExactly("P1");
        clock.turnOn(Duration.ofMinutes(2));
        index.says = null;
        assertThatThrownBy(() -> references.ask("uni", EVA.key())).isInstanceOf(PeerException.class);
        assertThat(references.known("uni", EVA.key())).as("whoever judges meanwhile").isPresent();
    }

    @Test
    void beforeATransferTheIndexIsAskedSoThatEveryInstanceCanBeJudged() throws PeerException {
        SiteImports imports = new SiteImports(policy(), clock);
        TransferJob job = new TransferJob(1, "A1", EVA, chest("1.1", EVA.with(PatientKey.of("U7"))), Urgency.ROUTINE,
                clock.now(), TransferState.QUEUED, 0, clock.now(), 10, 0, 0, null, clock.now());
        InstanceHeader header = new InstanceHeader(new InstanceRef("1.1.1.1", "1.2", "1.1.1"), "1.1",
                EVA.with(PatientKey.of("U7")), "");
        assertThat(imports.check(job, header)).isInstanceOf(IdentityDecision.Hold.class);

        imports.prepare(job);

        assertThat(imports.check(job, header)).isInstanceOf(IdentityDecision.Accept.class);
        index.says = null;
        clock.turnOn(Duration.ofMinutes(6));
        assertThatThrownBy(() -> imports.prepare(job)).isInstanceOf(PeerException.class);
    }
}
