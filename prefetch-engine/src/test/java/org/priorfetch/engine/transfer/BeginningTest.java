package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;

/** What is asked at both ends before anything comes. */
class BeginningTest {

    private static final String STUDY = "2.25.1";
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TransferJob job = TestJobs.of(STUDY);
    private final List<InstanceRef> images = List.of(ScriptedPeers.instance(STUDY, 1));
    private final List<String> askedOfPacs = Collections.synchronizedList(new ArrayList<>());

    /** What a peer does when it is asked. */
    interface Asked {
        void of(String question) throws PeerException;
    }

    private record Peer(String name, List<PriorCandidate> studies, List<InstanceRef> images, Asked asked)
            implements StudyFinder {

        @Override
        public List<PriorCandidate> findStudies(StudyQuery query) throws PeerException {
            asked.of("studies");
            return studies;
        }

        @Override
        public List<InstanceRef> findInstances(String studyInstanceUid) throws PeerException {
            asked.of("images");
            return images;
        }
    }

    private Peer source(Asked asked) {
        return new Peer(TestJobs.SOURCE, List.of(), images, asked);
    }

    private Peer pacs(List<PriorCandidate> studies) {
        return new Peer("pacs", studies, images, askedOfPacs::add);
    }

    private Beginning begin(StudyFinder source, StudyFinder pacs) throws PeerException {
        RelayPeers peers = new RelayPeers(source, (_, _, _, _) -> {}, pacs, (_, _, _) -> {
            throw new AssertionError("nothing is sent");
        }, 1);
        return Beginning.of(job, peers, new SamePatient(Instant.EPOCH),
                new Proof(peers, new TestClock(), new Cancellation()), _ -> {});
    }

    private static PeerException silent(String name) {
        return new PeerException(name, PeerException.Kind.SILENT, Message.of("dicom.silent", name));
    }

    @Test
    void aPacsThatDoesNotKnowTheStudyIsNotAskedForItsImages() throws PeerException {
        Beginning begun = begin(source(_ -> {}), pacs(List.of()));
        assertThat(begun.listed()).isEqualTo(images);
        assertThat(begun.atPacs()).isEqualTo(new AtPacs(Optional.empty(), Set.of()));
        assertThat(askedOfPacs).isNotEmpty().doesNotContain("images");
    }

    @Test
    void ofAStudyThatThePacsKnowsItTellsWhichImagesItHolds() throws PeerException {
        Beginning begun = begin(source(_ -> {}), pacs(List.of(job.candidate())));
        assertThat(begun.atPacs().held()).containsExactly(images.getFirst().sopInstanceUid());
        assertThat(begun.atPacs().conflict()).isEmpty();
    }

    @Test
    void aStudyOfSomebodyElseInThePacsIsAConflictAndNothingMoreIsAsked() throws PeerException {
        PriorCandidate other = job.candidate()
                .of(new Patient(PatientKey.of("0815"), "Roe^John", null, Sex.M));
        Beginning begun = begin(source(_ -> {}), pacs(List.of(other)));
        assertThat(begun.atPacs().conflict()).containsInstanceOf(TransferOutcome.Held.class);
        assertThat(begun.atPacs().held()).isEmpty();
        assertThat(askedOfPacs).containsExactly("studies");
    }

    @Test
    void thePacsIsAskedWhileTheSourceStillLists() throws PeerException {
        CountDownLatch pacsAsked = new CountDownLatch(1);
        Peer pacs = new Peer("pacs", List.of(), List.of(), _ -> pacsAsked.countDown());
        Beginning begun = begin(source(_ -> assertThat(isReached(pacsAsked)).isTrue()), pacs);
        assertThat(begun.listed()).isEqualTo(images);
    }

    private static boolean isReached(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    @Test
    void whoeverFailsIsNamedAndTheSourceBeforeThePacs() {
        Peer failingPacs = new Peer("pacs", List.of(), List.of(), _ -> {
            throw silent("pacs");
        });
        assertThatThrownBy(() -> begin(source(_ -> {}), failingPacs))
                .isInstanceOfSatisfying(PeerException.class, failure -> assertThat(failure.peer()).isEqualTo("pacs"));
        assertThatThrownBy(() -> begin(source(_ -> {
            throw silent(TestJobs.SOURCE);
        }), failingPacs)).isInstanceOfSatisfying(PeerException.class,
                failure -> assertThat(failure.peer()).isEqualTo(TestJobs.SOURCE));
    }
}
