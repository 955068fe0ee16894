package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.identity.Likeness;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientSearch;
import org.priorfetch.engine.model.PersonSearch;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.PatientDirectory;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;

/** What a source is asked after a patient directory. */
class DirectorySearchedSourcesTest {

    private static final PersonSearch EVA = new PersonSearch(List.of("*Ex*^E*"), LocalDate.of(1970, 5, 4));

    private final List<StudyQuery> asked = new ArrayList<>();
    private PatientDirectory.@Nullable Listing lists = new PatientDirectory.Listing(List.of(), true);
    private Likeness found = Likeness.WHOLE;

    private final PatientDirectory directory = new PatientDirectory() {

        @Override
        public Listing find(PersonSearch person) throws PeerException {
            assertThat(person).isSameAs(EVA);
            Listing listing = lists;
            if (listing == null) {
                throw new PeerException("uni", PeerException.Kind.SILENT, Message.of("hl7.pix.silent", "uni", 30));
            }
            return listing;
        }

        @Override
        public void close() {
            // nothing is open
        }
    };

    private final StudyFinder finder = new StudyFinder() {

        @Override
        public String name() {
            return "uni";
        }

        @Override
        public List<PriorCandidate> findStudies(StudyQuery query) {
            asked.add(query);
            String uid = query instanceof StudyQuery.OfPatient(PatientKey key) ? "1." + key.patientId() : "1.0";
            return List.of(new PriorCandidate(new StudyRef(uid, "uni"), somebody("found"), "",
                    LocalDate.of(2025, 12, 1), null, "CT Chest", new TreeSet<>(Set.of("CT")), Set.of(), 10));
        }

        @Override
        public List<InstanceRef> findInstances(String studyInstanceUid) {
            return List.of();
        }
    };

    private static Patient somebody(String id) {
        return new Patient(PatientKey.of(id), "Example^Eva", LocalDate.of(1970, 5, 4), Sex.F);
    }

    private static StudyQuery ofId(String id) {
        return new StudyQuery.OfPatient(PatientKey.of(id));
    }

    private List<String> find() throws PeerException {
        PatientStudies studies = new PatientStudies(new CrossReferences(Map.of(), new TurnedClock()),
                Map.of("uni", directory));
        return studies.find(finder, new PatientSearch.ByPerson(EVA), this::likeness)
                .candidates()
                .stream()
                .map(candidate -> candidate.ref().studyInstanceUid())
                .toList();
    }

    private Likeness likeness(Patient stated) {
        String id = stated.key().patientId();
        return id.equals("found") ? found : id.equals("9") ? Likeness.NONE : Likeness.PERHAPS;
    }

    private void list(boolean whole, String... ids) {
        lists = new PatientDirectory.Listing(List.of(ids).stream().map(id -> somebody(id)).toList(), whole);
    }

    @Test
    void theIdsOfThoseWhoMayBeThePatientAreAskedForAndNoNames() throws PeerException {
        list(true, "7", "9", "8", "7");

        assertThat(find()).containsExactly("1.7", "1.8");
        assertThat(asked).as("9 is somebody else").containsExactly(ofId("7"), ofId("8"));
    }

    @Test
    void whereNothingWhollyLikeThePatientIsFoundItIsSearchedByNameToo() throws PeerException {
        list(true, "7");
        found = Likeness.PERHAPS;

        assertThat(find()).containsExactly("1.7", "1.0");
        assertThat(asked).containsExactly(ofId("7"), new StudyQuery.OfPerson(EVA));
    }

    @Test
    void nobodyInTheDirectoryIsNoProof() throws PeerException {
        assertThat(find()).containsExactly("1.0");
        assertThat(asked).containsExactly(new StudyQuery.OfPerson(EVA));
    }

    @Test
    void aListThatIsNotWholeIsNotUsed() throws PeerException {
        list(false, "7");
        assertThat(find()).containsExactly("1.0");

        list(true, IntStream.range(100, 121).mapToObj(String::valueOf).toArray(String[]::new));
        assertThat(find()).containsExactly("1.0");
    }

    @Test
    void anIdThatWouldBeAPatternIsNotAskedFor() throws PeerException {
        list(true, "7", "*");
        assertThat(find()).containsExactly("1.0");
    }

    @Test
    void aDirectoryThatDoesNotAnswerIsNeverNoPriors() {
        lists = null;
        assertThatThrownBy(this::find).isInstanceOf(PeerException.class);
        assertThat(asked).isEmpty();
    }
}
