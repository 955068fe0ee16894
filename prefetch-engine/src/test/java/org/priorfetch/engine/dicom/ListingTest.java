package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.SeriesOrder;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyQuery;

/** The series of a study are listed on all associations that are free, and their images come on the same. */
@Timeout(60)
class ListingTest extends OneArchive {

    private static final String STUDY = "2.25.1";
    private static final int SERIES = 8;
    private static final int ALLOWED = SourceBudget.DEFAULT_ASSOCIATIONS;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private DimseFinder finder;

    @BeforeEach
    void start() throws IOException {
        for (int series = 1; series <= SERIES; series++) {
            archive.add(new ImageFile(STUDY, series, 1).write(folder));
            archive.add(new ImageFile(STUDY, series, 2).write(folder));
        }
        archive.faults().findDelay(Duration.ofMillis(200));
        finder = new DimseFinder(pool, false, SeriesOrder.READING);
    }

    private List<InstanceRef> oneByOne() throws PeerException {
        return new DimseFinder(pool).findInstances(STUDY);
    }

    @Test
    void theListIsTheSameAsOneByOne() throws PeerException {
        assertThat(finder.findInstances(STUDY)).isEqualTo(oneByOne()).hasSize(2 * SERIES);
    }

    @Test
    void itIsAskedForOnAllAssociationsThatAreAllowedAndNoMore() {
        List<InstanceRef> _ = listedOnAll();
        assertThat(archive.traffic().associationsPeak()).isEqualTo(ALLOWED);
    }

    /** Asked for again where a helper comes too late. */
    private List<InstanceRef> listedOnAll() {
        return await().atMost(PATIENCE)
                .until(() -> finder.findInstances(STUDY), _ -> archive.traffic().associationsPeak() >= ALLOWED);
    }

    @Test
    void theImagesComeOnWhatWasOpenedForTheList() throws PeerException {
        List<InstanceRef> listed = listedOnAll();
        assertThat(fetched(STUDY, listed.subList(0, 2))).hasSize(2);
        assertThat(archive.traffic().associations()).isEqualTo(ALLOWED);
    }

    @Test
    void ofAStudyThatWasFoundAssociationsAreOpenedBeforeItsSeriesAreKnown() throws PeerException {
        PriorCandidate found = finder.findStudies(new StudyQuery.ByUid(STUDY)).getFirst();
        archive.faults().findDelay(PATIENCE.multipliedBy(2));

        Thread listing = Thread.ofVirtual().start(() -> assertThatThrownBy(() -> finder.findInstances(found)));

        await().atMost(PATIENCE).until(() -> archive.traffic().associationsPeak() == ALLOWED);
        assertThat(listing.isAlive()).isTrue();
    }

    @Test
    void theListOfAStudyThatWasFoundIsTheSame() throws PeerException {
        PriorCandidate found = finder.findStudies(new StudyQuery.ByUid(STUDY)).getFirst();
        assertThat(finder.findInstances(found)).isEqualTo(oneByOne());
        assertThat(archive.traffic().associationsPeak()).isLessThanOrEqualTo(ALLOWED);
    }

    @Test
    void aStudyOfOneImageIsListedOnOneAssociation() throws IOException, PeerException {
        archive.add(new ImageFile("2.25.3", 1, 1).write(folder));
        PriorCandidate found = finder.findStudies(new StudyQuery.ByUid("2.25.3")).getFirst();
        assertThat(finder.findInstances(found)).hasSize(1);
        assertThat(archive.traffic().associations()).isOne();
    }

    @Test
    void imagesOfAFrequentKindComeOnWhatTheirStudyWasFoundOn() throws IOException, PeerException {
        String frequent = "2.25.2";
        archive.add(new ImageFile(frequent, 1, 1).modality("CT").sopClass("1.2.840.10008.5.1.4.1.1.2").write(folder));
        assertThat(finder.findStudies(new StudyQuery.ByUid(frequent))).hasSize(1);
        assertThat(fetched(frequent, finder.findInstances(frequent))).hasSize(1);
        assertThat(archive.traffic().associations()).isOne();
    }

    /** Of the first series. */
    private List<String> fetched(String study, List<InstanceRef> wanted) throws PeerException {
        List<String> came = new CopyOnWriteArrayList<>();
        new GetRetriever(pool).retrieve(new RetrieveRequest(study, study + ".1", wanted), instance -> {
            came.add(instance.header().instance().sopInstanceUid());
            return read(instance);
        }, new Cancellation(), new SpentTime());
        return came;
    }

    @Test
    void nothingIsOpenedToListAPacs() throws PeerException {
        DimseFinder ofPacs = new DimseFinder(pool);
        assertThat(ofPacs.findInstanceUids(STUDY)).hasSize(2 * SERIES);
        assertThat(archive.traffic().associations()).isOne();

        List<InstanceRef> _ = listedOnAll();
        archive.faults().findDelay(Duration.ZERO);
        int opened = archive.traffic().associations();
        assertThat(ofPacs.findInstanceUids(STUDY)).hasSize(2 * SERIES);
        assertThat(archive.traffic().associations()).isEqualTo(opened);
    }

    @Test
    void whatIsOpenAndHasNothingToDoHelpsToListAPacs() throws PeerException {
        List<InstanceRef> _ = listedOnAll();
        CountDownLatch both = new CountDownLatch(2);
        SideBySide.Question<Boolean> meeting = _ -> met(both);
        SideBySide<Boolean> questions = new SideBySide<>(List.of(meeting, meeting));

        new IdleHelpers(pool).help(CompletableFuture.completedFuture(questions), 1, Set.of());

        assertThat(pool.ask(Contexts.FINDING, questions::answers)).containsExactly(true, true);
    }

    private static boolean met(CountDownLatch both) {
        both.countDown();
        try {
            return both.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Test
    void anArchiveThatTakesNoMoreThanOneIsAskedOnOneFromThenOn() throws PeerException {
        archive.faults().associationLimit(1);
        assertThat(finder.findInstances(STUDY)).hasSize(2 * SERIES);
        assertThat(archive.traffic().refused()).isLessThan(ALLOWED);

        // a helper that comes late may have the only one for a moment
        await().atMost(PATIENCE).ignoreExceptionsInstanceOf(PeerException.class).until(this::isKnownToTakeNoMore);
    }

    private boolean isKnownToTakeNoMore() throws PeerException {
        int refused = archive.traffic().refused();
        assertThat(finder.findInstances(STUDY)).hasSize(2 * SERIES);
        return refused > 0 && archive.traffic().refused() == refused;
    }

    @Test
    void whatAHelperCouldNotFindOutIsAskedAgain() throws PeerException {
        List<PeerAssociation> askedOn = new CopyOnWriteArrayList<>();
        SideBySide<String> questions = new SideBySide<>(List.of(association -> {
            askedOn.add(association);
            if (askedOn.size() == 1) {
                throw PeerFailures.protocol(pool.peer(), "dicom.answerWithoutUid");
            }
            return "first";
        }, _ -> "second"));

        List<String> answers = pool.ask(Contexts.forService(Contexts.STUDY_ROOT_FIND), association -> {
            try {
                questions.help(association);
            } catch (PeerException ofHelper) {
                assertThat(ofHelper.kind()).isEqualTo(PeerException.Kind.PROTOCOL);
            }
            return questions.answers(association);
        });
        assertThat(answers).containsExactly("first", "second");
        assertThat(askedOn).hasSize(2);
    }
}
