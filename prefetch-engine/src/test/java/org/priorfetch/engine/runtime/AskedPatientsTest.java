package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.identity.PatientLinks;
import org.priorfetch.engine.identity.RememberedDecisions;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.Exclusions;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientLink;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.plan.Answers;
import org.priorfetch.engine.plan.ReadinessRule;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.runtime.PriorSearch.Findings;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.store.DatabaseStore;
import org.priorfetch.engine.transfer.BackOff;
import org.priorfetch.engine.transfer.Pause;

/** Whom each source is asked about, and whom not. */
class AskedPatientsTest {

    private static final LocalDate BORN = LocalDate.of(1970, 5, 4);
    private static final Patient EVA = new Patient(new PatientKey("P123456", null), "M\u00fcller^Eva", BORN, Sex.F);
    private static final PatientTraits CONFIDENTIAL = new PatientTraits(Set.of(), "", Set.of(), "", "R");

    @TempDir
    Path home;
    private final SystemClock clock = new SystemClock();
    private final AtomicReference<PatientLinks> links = new AtomicReference<>(PatientLinks.NONE);
    private final AtomicReference<PatientTraits> traits = new AtomicReference<>(PatientTraits.NONE);

    /** Notes what it is asked and returns what it holds. */
    private record Noting(String name, List<StudyQuery> asked, List<PriorCandidate> holds) implements StudyFinder {

        Noting(String name, PriorCandidate... holds) {
            this(name, new CopyOnWriteArrayList<>(), List.of(holds));
        }

        @Override
        public List<PriorCandidate> findStudies(StudyQuery query) {
            asked.add(query);
            return holds;
        }

        @Override
        public List<InstanceRef> findInstances(String studyInstanceUid) {
            return List.of();
        }
    }

    private SiteSettings site() throws IOException {
        Path file = Files.writeString(home.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242, issuer: HOSP}
                sources:
                  - {name: regional, type: dimse, aeTitle: REGIONAL, host: regional, port: 104}
                  - {name: mapped, type: dimse, aeTitle: MAPPED, host: mapped, port: 104, patients: mapped,
                     issuer: REGIO, mapping: {pattern: 'P([0-9]+)', replacement: 'R$1'}}
                  - {name: uni, type: dimse, aeTitle: UNI, host: uni, port: 104, issuer: UNI, patients: demographics}
                exclude: {patients: [P999999], confidentiality: [R]}
                """);
        return ((ReadResult.Valid) SiteSettingsReader.read(file)).settings();
    }

    private SitePolicy policy() throws IOException {
        return new SitePolicy(site(),
                new SitePolicy.Knowledge(() -> RememberedDecisions.NONE, links::get, _ -> traits.get(),
                        new ChosenInstances(_ -> Optional.empty()),
                        new CrossReferences(Map.of(), new SystemClock())));
    }

    private Findings search(WorklistItem item, Noting... finders) throws IOException {
        try (Repositories store = DatabaseStore.open(home, Instant::now)) {
            PeerBoard board = new PeerBoard(site(), store.peers(), clock, () -> {});
            Inquiry inquiry = new Inquiry(List.of(finders),
                    new PatientStudies(new CrossReferences(Map.of(), clock), Map.of()), board,
                    new PeerRests(new BackOff(new Random(1)), clock),
                    Duration.ofSeconds(20));
            return new PriorSearch(inquiry, policy(), RelevanceRules.DEFAULT, List.of("regional", "mapped", "uni"),
                    clock)
                    .search(item, Map.of());
        }
    }

    private static WorklistItem item(Patient patient, PatientTraits traits) {
        return new WorklistItem("A1", null, patient, new TreeSet<>(Set.of("CT")), "CT Chest", "",
                Instant.now().plusSeconds(3600), Urgency.ROUTINE, "ris", "", "", "", traits);
    }

    private static PriorCandidate chest(String uid, String source, Patient patient, PatientTraits traits) {
        return new PriorCandidate(new StudyRef(uid, source), patient, "", LocalDate.now(ZoneOffset.UTC).minusDays(90),
                null, "CT Chest", new TreeSet<>(Set.of("CT")), Set.of(), Set.of(), Set.of(), 10, traits);
    }

    private static final class Everybody {
        private final Noting pacs = new Noting(StudyRef.PACS);
        private final Noting regional;
        private final Noting mapped;
        private final Noting uni;

        Everybody(PriorCandidate... holds) {
            regional = new Noting("regional", of("regional", holds));
            mapped = new Noting("mapped", of("mapped", holds));
            uni = new Noting("uni", of("uni", holds));
        }

        private static PriorCandidate[] of(String source, PriorCandidate... holds) {
            return List.of(holds)
                    .stream()
                    .filter(one -> one.ref().source().equals(source))
                    .toArray(PriorCandidate[]::new);
        }

        Noting[] all() {
            return new Noting[]{regional, mapped, uni, pacs};
        }
    }

    @Test
    void eachSourceIsAskedInItsOwnWay() throws IOException {
        Everybody everybody = new Everybody();

        Findings findings = search(item(EVA, PatientTraits.NONE), everybody.all());

        assertThat(findings.unanswered()).isEmpty();
        assertThat(everybody.regional.asked()).containsExactly(new StudyQuery.OfPatient(EVA.key()));
        assertThat(everybody.pacs.asked()).containsExactly(new StudyQuery.OfPatient(EVA.key()));
        assertThat(everybody.mapped.asked())
                .containsExactly(new StudyQuery.OfPatient(new PatientKey("R123456", "REGIO")));
        assertThat(everybody.uni.asked()).singleElement().isInstanceOf(StudyQuery.OfPerson.class);
    }

    @Test
    void candidatesAreJudgedByTheSchemeOfTheirSource() throws IOException {
        Everybody everybody = new Everybody(chest("1.1", "regional", EVA, PatientTraits.NONE),
                chest("1.2", "mapped", EVA.with(PatientKey.of("R123456")), PatientTraits.NONE),
                chest("1.3", "mapped", EVA, PatientTraits.NONE),
                chest("1.4", "uni", EVA.with(PatientKey.of("U7")), PatientTraits.NONE),
                chest("1.5", "uni", EVA.with(PatientKey.of("U7")), new PatientTraits(
                        Set.of(new PatientKey("P123456", "HOSP")), "", Set.of(), "", "")),
                chest("1.6", "uni", new Patient(PatientKey.of("U8"), "Miller^Else", BORN, Sex.F), PatientTraits.NONE));

        Findings findings = search(item(EVA, PatientTraits.NONE), everybody.all());

        assertThat(findings.plan().fetch()).extracting(prior -> prior.candidate().ref().studyInstanceUid())
                .containsExactlyInAnyOrder("1.1", "1.2", "1.5");
        assertThat(findings.plan().held()).extracting(held -> held.candidate().ref().studyInstanceUid())
                .containsExactly("1.4");
        assertThat(findings.plan().skipped()).extracting(skip -> skip.candidate().ref().studyInstanceUid())
                .containsExactlyInAnyOrder("1.3", "1.6");
    }

    @Test
    void whoIsNotToBeFetchedIsAskedForNowhereButInThePacs() throws IOException {
        for (WorklistItem excluded : List.of(item(EVA.with(PatientKey.of("P999999")), PatientTraits.NONE),
                item(EVA, CONFIDENTIAL))) {
            Everybody everybody = new Everybody(chest("1.1", "regional", excluded.patient(), PatientTraits.NONE));

            Findings findings = search(excluded, everybody.all());

            assertThat(everybody.regional.asked()).isEmpty();
            assertThat(everybody.mapped.asked()).isEmpty();
            assertThat(everybody.uni.asked()).isEmpty();
            assertThat(everybody.pacs.asked()).hasSize(1);
            assertThat(findings.plan().fetch()).isEmpty();
            assertThat(findings.notAsked()).containsExactlyInAnyOrder("regional", "mapped", "uni");
            assertThat(findings.unanswered().values()).allMatch(Exclusions::isIn);
            assertThat(ReadinessRule.verdict(List.of(), Answers.INCOMPLETE)).as("never shown as none")
                    .isEqualTo(ReadinessVerdict.UNREACHABLE);
        }
    }

    @Test
    void anOldIdIsExcludedAsWell() throws IOException {
        links.set(PatientLinks.of(
                List.of(new PatientLink(PatientKey.of("P999999"), EVA.key(), Instant.EPOCH)), "HOSP"));
        Everybody everybody = new Everybody();

        search(item(EVA, PatientTraits.NONE), everybody.all());

        assertThat(everybody.regional.asked()).isEmpty();
    }

    @Test
    void whereThereIsNothingToAskWithNobodySaysThatThereIsNothing() throws IOException {
        Patient unknown = new Patient(PatientKey.of("X1"), "M\u00fcller^Baby", BORN, Sex.F);
        Everybody everybody = new Everybody();

        Findings findings = search(item(unknown, PatientTraits.NONE), everybody.all());

        assertThat(everybody.mapped.asked()).isEmpty();
        assertThat(everybody.uni.asked()).isEmpty();
        assertThat(findings.unanswered()).containsOnlyKeys("mapped", "uni");
        assertThat(findings.unanswered().get("mapped").text()).startsWith("not asked: the patient ID cannot");
        assertThat(findings.unanswered().get("uni").text()).startsWith("not asked: name or birth date");
    }

    @Test
    void aConfidentialStudyIsLeftWhereItIs() throws IOException {
        Everybody everybody = new Everybody(chest("1.1", "regional", EVA, CONFIDENTIAL),
                chest("1.2", "regional", EVA, PatientTraits.NONE));

        Findings findings = search(item(EVA, PatientTraits.NONE), everybody.all());

        assertThat(findings.plan().fetch()).extracting(prior -> prior.candidate().ref().studyInstanceUid())
                .containsExactly("1.2");
        assertThat(findings.plan().skipped()).singleElement()
                .satisfies(skip -> assertThat(skip.reason().text()).isEqualTo("not fetched: confidential (code R)"));
    }

    private static TransferJob job(String source, Patient listed, PatientTraits listedTraits, Patient local) {
        return new TransferJob(1, "A1", local, chest("1.1", source, listed, listedTraits), Urgency.ROUTINE,
                Instant.EPOCH,
                TransferState.QUEUED, 0, Instant.EPOCH, 10, 0, 0, null, Instant.EPOCH);
    }

    private static InstanceHeader header(Patient patient, PatientTraits traits) {
        return new InstanceHeader(new InstanceRef("1.1.1.1", "1.2", "1.1.1"), "1.1", patient, "", traits);
    }

    @Test
    void everyReceivedInstanceIsCheckedByTheSchemeOfItsSource() throws IOException {
        SiteImports imports = new SiteImports(policy(), clock);
        Patient there = EVA.with(PatientKey.of("R123456"));
        TransferJob mapped = job("mapped", there, PatientTraits.NONE, EVA);

        assertThat(imports.check(mapped, header(there, PatientTraits.NONE)))
                .isInstanceOf(IdentityDecision.Accept.class);
        assertThat(imports.check(mapped, header(EVA, PatientTraits.NONE))).isInstanceOf(IdentityDecision.Refuse.class);
        assertThat(imports.check(mapped, header(there, CONFIDENTIAL)).reason()).matches(Exclusions::isIn);

        traits.set(new PatientTraits(Set.of(), "", Set.of("030 1234567"), "", ""));
        Patient foreign = EVA.with(PatientKey.of("U7"));
        TransferJob found = job("uni", foreign, traits.get(), EVA);
        TransferJob foundWithout = job("uni", foreign, PatientTraits.NONE, EVA);
        assertThat(imports.check(found, header(foreign, PatientTraits.NONE)))
                .isInstanceOf(IdentityDecision.Accept.class);
        assertThat(imports.check(found, header(EVA.with(PatientKey.of("U8")), PatientTraits.NONE)))
                .isInstanceOf(IdentityDecision.Hold.class);
        assertThat(imports.check(foundWithout, header(foreign, PatientTraits.NONE)))
                .isInstanceOf(IdentityDecision.Hold.class);
    }

    @Test
    void whatWasOrderedForSomebodyWhoIsNotToBeFetchedNowIsCalledOff() throws IOException {
        try (Repositories store = DatabaseStore.open(home, Instant::now)) {
            Patient listed = EVA.with(PatientKey.of("P999999"));
            TransferJob called = store.jobs().add(job("regional", listed, PatientTraits.NONE, listed));
            TransferJob kept = store.jobs().add(job("regional", EVA, PatientTraits.NONE, EVA));

            ExcludedJobs.callOff(store.jobs(), policy(), clock);

            assertThat(store.jobs().open()).extracting(TransferJob::id).containsExactly(kept.id());
            assertThat(store.jobs().find(called.id()).orElseThrow().state()).isEqualTo(TransferState.CANCELLED);
        }
    }

    @Test
    void theAppointmentTellsWhyNobodyWasAsked() throws IOException {
        WorklistItem excluded = item(EVA.with(PatientKey.of("P999999")), PatientTraits.NONE);
        Findings findings = search(excluded, new Everybody().all());
        Appointment asked = Appointment.newlySeen(excluded, clock.now())
                .askedAt(clock.now(), findings.unanswered().keySet());
        BookEntry entry = new BookEntry(asked, List.of()).with(findings.unanswered());

        var view = new SnapshotAssembler().assemble(new SnapshotAssembler.Parts(clock.now(), Pause.NONE, true,
                List.of(entry), List.of(), Map.of(), List.of(), List.of(), 0)).appointments().getFirst();

        assertThat(view.verdict()).isEqualTo(ReadinessVerdict.UNREACHABLE);
        assertThat(view.notes()).singleElement()
                .satisfies(note -> assertThat(note.text())
                        .isEqualTo("not asked: on the list of patients not to be fetched"));
        assertThat(view.priors()).noneMatch(prior -> prior.state() == PriorState.FETCH);
    }
}
