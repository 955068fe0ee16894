package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.fhir.FhirServer;
import org.priorfetch.engine.fhir.PdqmDirectory;
import org.priorfetch.engine.fhir.PixmIndex;
import org.priorfetch.engine.identity.PatientLinks;
import org.priorfetch.engine.identity.RememberedDecisions;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
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
import org.priorfetch.engine.port.PatientDirectory;
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
import org.priorfetch.engine.testing.SimulatedFhirServer;
import org.priorfetch.engine.testing.SimulatedFhirServer.Reply;
import org.priorfetch.engine.tls.HttpLogin;
import org.priorfetch.engine.transfer.BackOff;
import org.priorfetch.engine.web.HttpWaits;

/**
 * An index or a directory that gives wrong IDs, IDs of other domains, several, half an answer or none: whatever it says, no
 * study of somebody else is taken for the patient's, and its silence is never "no priors".
 */
@Timeout(240)
class LyingIndexTest {

    private static final int ROUNDS = 250;
    private static final String TARGET = "urn:oid:1.2.4";
    private static final LocalDate BORN = LocalDate.of(1970, 5, 4);
    private static final Patient EVA = new Patient(new PatientKey("P1", null), "Example^Eva", BORN, Sex.F);

    /** Who is at the source, with the ID there; the patient stands first. */
    private static final List<Patient> THERE = List.of(there("U7", "Example^Eva", BORN, Sex.F),
            there("U8", "Example^Ewa", BORN, Sex.F), there("U9", "Example^Adam", BORN, Sex.M),
            there("P1", "Sample^Otto", LocalDate.of(1941, 2, 3), Sex.M),
            there("U10", "Example^Eva", LocalDate.of(1971, 5, 4), Sex.F), there("U11", "Example^Eva", BORN, Sex.M),
            there("U12", "Unknown^", LocalDate.of(1900, 1, 1), Sex.UNKNOWN));

    @TempDir
    Path home;
    private final TurnedClock clock = new TurnedClock();
    private final AtomicReference<Reply> says = new AtomicReference<>(Reply.of(""));
    private SimulatedFhirServer server;
    private Repositories store;
    private Source source = new Source(false);

    private static Patient there(String id, String name, LocalDate born, Sex sex) {
        return new Patient(PatientKey.of(id), name, born, sex);
    }

    /** @param terse whether it leaves out of its answers what it does not have to state */
    private record Source(boolean terse) implements StudyFinder {

        @Override
        public String name() {
            return "uni";
        }

        @Override
        public List<PriorCandidate> findStudies(StudyQuery query) {
            return THERE.stream().filter(patient -> fits(query, patient)).map(this::study).toList();
        }

        private static boolean fits(StudyQuery query, Patient patient) {
            return switch (query) {
                case StudyQuery.OfPatient(PatientKey key) -> key.patientId().equals(patient.key().patientId());
                case StudyQuery.OfPerson(var person) -> person.birthDate().equals(patient.patientBirthDate());
                default -> false;
            };
        }

        private PriorCandidate study(Patient patient) {
            Patient stated = terse ? new Patient(patient.key(), patient.patientName(), null, Sex.UNKNOWN) : patient;
            return new PriorCandidate(new StudyRef("1." + (1 + THERE.indexOf(patient)), "uni"), stated, "",
                    LocalDate.of(2025, 12, 1), null, "CT Chest", new TreeSet<>(Set.of("CT")), Set.of(), 10);
        }

        @Override
        public List<InstanceRef> findInstances(String studyInstanceUid) {
            return List.of();
        }
    }

    @BeforeEach
    void start() throws IOException {
        server = new SimulatedFhirServer(_ -> says.get());
        store = DatabaseStore.open(home, clock::now);
    }

    @AfterEach
    void stop() {
        store.close();
        server.close();
    }

    private FhirServer connection(Lie lie) {
        return new FhirServer("uni", server.at("/fhir"), null, HttpLogin.NONE, clock,
                new HttpWaits(Duration.ofSeconds(10), lie.isSlow() ? Duration.ofMillis(1500) : Duration.ofSeconds(30)));
    }

    private SiteSettings site(String patients) throws IOException {
        Path file = Files.writeString(home.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242, issuer: 1.2.3}
                sources:
                  - {name: uni, type: dimse, aeTitle: UNI, host: uni, port: 104, issuer: 1.2.4, %s}
                """.formatted(patients.replace("URL", server.at("/fhir").toString())));
        return ((ReadResult.Valid) SiteSettingsReader.read(file)).settings();
    }

    private Findings search(SiteSettings site, SitePolicy policy, CrossReferences references,
            Map<String, PatientDirectory> directories) {
        Inquiry inquiry = new Inquiry(List.of(source), new PatientStudies(references, directories),
                new PeerBoard(site, store.peers(), clock, () -> {}),
                new PeerRests(new BackOff(new Random(1)), clock), Duration.ofSeconds(60));
        WorklistItem item = new WorklistItem("A1", null, EVA, new TreeSet<>(Set.of("CT")), "CT Chest", "",
                clock.now().plusSeconds(3600), Urgency.ROUTINE, "ris", "", "", "");
        return new PriorSearch(inquiry, policy, RelevanceRules.DEFAULT, List.of("uni"), clock).search(item, Map.of());
    }

    private SitePolicy policy(SiteSettings site, CrossReferences references) {
        return new SitePolicy(site, new SitePolicy.Knowledge(() -> RememberedDecisions.NONE,
                () -> PatientLinks.NONE, _ -> PatientTraits.NONE, new ChosenInstances(_ -> Optional.empty()),
                references));
    }

    /** What the images of everything that is to be fetched say is judged, too. */
    private static List<Patient> taken(SiteImports imports, Findings findings, TurnedClock clock) throws PeerException {
        List<Patient> taken = new ArrayList<>();
        for (var prior : findings.plan().fetch()) {
            PriorCandidate candidate = prior.candidate();
            String uid = candidate.ref().studyInstanceUid();
            Patient truly = THERE.get(Integer.parseInt(uid.substring(2)) - 1);
            TransferJob job = new TransferJob(1, "A1", EVA, candidate, Urgency.ROUTINE, clock.now(),
                    TransferState.QUEUED, 0, clock.now(), 10, 0, 0, null, clock.now());
            imports.prepare(job);
            InstanceHeader header = new InstanceHeader(new InstanceRef(uid + ".1.1", "1.2", uid + ".1"), uid, truly,
                    "");
            if (imports.check(job, header) instanceof IdentityDecision.Accept) {
                taken.add(truly);
            }
        }
        return taken;
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noCrossReferenceMakesSomebodyElseThePatient(boolean terse) throws Exception {
        source = new Source(terse);
        SiteSettings site = site("patients: pix, pix: {type: fhir, url: \"URL\"}");
        int found = 0;
        int silent = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Lie lie = new Lie(new Random(round), "pixm");
            says.set(lie.reply());
            try (PatientIndex index = new PixmIndex(connection(lie), "urn:oid:1.2.3", TARGET)) {
                CrossReferences references = new CrossReferences(Map.of("uni", index), clock);
                SitePolicy policy = policy(site, references);
                Findings findings = search(site, policy, references, Map.of());

                List<Patient> taken = taken(new SiteImports(policy, clock), findings, clock);
                assertThat(taken).as("round %s: %s", round, lie).isSubsetOf(THERE.getFirst());
                assertThat(findings.unanswered().containsKey("uni")).as("round %s: %s", round, lie)
                        .isEqualTo(lie.isNoAnswer());
                found += taken.size();
                silent += lie.isNoAnswer() ? 1 : 0;
            }
        }
        assertThat(found).as("the truth is told, too").isPositive();
        assertThat(silent).isPositive();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void noDirectoryMakesAnybodyThePatient(boolean terse) throws Exception {
        source = new Source(terse);
        SiteSettings site = site("patients: demographics, pdq: {url: \"URL\"}");
        int held = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Lie lie = new Lie(new Random(round), "pdqm");
            says.set(lie.reply());
            try (PatientDirectory directory = new PdqmDirectory(connection(lie), TARGET)) {
                CrossReferences references = new CrossReferences(Map.of(), clock);
                SitePolicy policy = policy(site, references);
                Findings findings = search(site, policy, references, Map.of("uni", directory));

                assertThat(findings.plan().fetch()).as("round %s: %s", round, lie).isEmpty();
                assertThat(findings.unanswered().containsKey("uni")).as("round %s: %s", round, lie)
                        .isEqualTo(lie.isNoAnswer());
                if (!lie.isNoAnswer()) {
                    assertThat(findings.plan().held()).as("a person is asked about her in round %s: %s", round, lie)
                            .anyMatch(question -> question.candidate().ref().studyInstanceUid().equals("1.1"));
                    held++;
                }
            }
        }
        assertThat(held).isPositive();
    }

    /** What is answered instead of the truth, or as the truth. */
    private static final class Lie {

        private final Random random;
        private final String kind;
        private final boolean directory;
        private final Reply reply;

        Lie(Random random, String service) {
            this.random = random;
            this.directory = service.equals("pdqm");
            List<String> kinds = new ArrayList<>(List.of("truth", "wrong", "several", "all", "otherDomain", "cut",
                    "truncated", "status", "nothing", "noDomain"));
            this.kind = random.nextInt(ROUNDS / 2) == 0 ? "slow" : kinds.get(random.nextInt(kinds.size()));
            this.reply = switch (kind) {
                case "truth" -> Reply.of(answer(List.of(0), TARGET));
                case "wrong" -> Reply.of(answer(List.of(1 + random.nextInt(THERE.size() - 1)), TARGET));
                case "several" -> Reply.of(answer(List.of(random.nextInt(THERE.size()),
                        random.nextInt(THERE.size())), TARGET));
                case "all" -> Reply.of(answer(List.of(6, 5, 4, 3, 2, 1, 0), TARGET));
                case "otherDomain" -> Reply.of(answer(List.of(random.nextInt(THERE.size())), "urn:oid:1.2.3"));
                case "noDomain" -> Reply.of(answer(List.of(random.nextInt(THERE.size())), ""));
                case "cut" -> {
                    String whole = answer(List.of(random.nextInt(THERE.size())), TARGET);
                    yield Reply.of(whole.substring(0, random.nextInt(whole.length())));
                }
                case "truncated", "slow" -> {
                    String whole = answer(List.of(random.nextInt(THERE.size())), TARGET);
                    int sent = random.nextInt(whole.length());
                    yield isSlow() ? Reply.stalling(whole, sent) : Reply.broken(whole, sent);
                }
                case "status" -> Reply.of(List.of(301, 400, 401, 403, 500, 503).get(random.nextInt(6)),
                        answer(List.of(0), TARGET));
                default -> Reply.of(answer(List.of(), TARGET));
            };
        }

        Reply reply() {
            return reply;
        }

        boolean isSlow() {
            return kind.equals("slow");
        }

        boolean isNoAnswer() {
            return Set.of("cut", "truncated", "slow", "status").contains(kind);
        }

        private String answer(List<Integer> people, String system) {
            List<String> parts = people.stream().map(person -> part(person, system)).toList();
            String all = String.join(",", parts);
            return directory ? "{\"resourceType\": \"Bundle\", \"type\": \"searchset\", \"entry\": [" + all + "]}"
                    : "{\"resourceType\": \"Parameters\", \"parameter\": [" + all + "]}";
        }

        /** A directory says, one time in two, that it is the very person who is looked for. */
        private String part(int person, String system) {
            Patient one = THERE.get(person);
            String id = "{\"system\": \"" + system + "\", \"value\": \"" + one.key().patientId() + "\"}";
            Patient stated = random.nextBoolean() ? EVA : one;
            String[] name = stated.patientName().split("\\^", -1);
            return directory ? """
                    {"resource": {"resourceType": "Patient", "identifier": [%s], "birthDate": "%s", "gender": "%s",
                     "name": [{"family": "%s", "given": ["%s"]}]}}""".formatted(id, stated.patientBirthDate(),
                    stated.patientSex() == Sex.F ? "female" : "male", name[0], name[1])
                    : "{\"name\": \"targetIdentifier\", \"valueIdentifier\": " + id + "}";
        }

        @Override
        public String toString() {
            return kind + " " + reply;
        }
    }
}
