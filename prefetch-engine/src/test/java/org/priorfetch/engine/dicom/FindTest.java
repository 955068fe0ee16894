package org.priorfetch.engine.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.data.VR;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.model.CodedTerm;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.testing.FreePort;

/** Only a complete answer is an answer, and every silence ends. */
class FindTest extends OneArchive {

    /** Less than an answer, or a line that stands still, may take as a rule. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Deadlines USUAL = Deadlines.DEFAULT;
    private static final StudyQuery QUERY = new StudyQuery.OfPatient(PatientKey.of("4711"));

    @BeforeEach
    void start() throws IOException {
        archive.add(new ImageFile("2.25.1", 1, 1).write(folder));
        archive.add(new ImageFile("2.25.2", 1, 1).write(folder));
    }

    private AssociationPool pool(Duration associate, Duration response, Duration idle) {
        return new AssociationPool(node, new Peer("regional", "REGIONAL", "127.0.0.1", archive.port()),
                SourceBudget.DEFAULT, new Deadlines(USUAL.connect(), associate, response, USUAL.stall(), USUAL.slot(),
                        idle, USUAL.release()));
    }

    private static PeerException failure(AssociationPool at, StudyQuery query) {
        long begun = System.nanoTime();
        PeerException failure = failureAtLast(at, query);
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(PATIENCE);
        return failure;
    }

    private static PeerException failureAtLast(AssociationPool at, StudyQuery query) {
        PeerException failure = catchThrowableOfType(PeerException.class, () -> new DimseFinder(at).findStudies(query));
        assertThat(failure).isNotNull();
        assertThat(failure.peer()).isEqualTo("regional");
        return failure;
    }

    @Test
    void codesComeWithTheStudyAndSeriesDescriptionsWhereItsOwnIsMissing() throws IOException, PeerException {
        archive.add(new ImageFile("2.25.3", 1, 1).set(Tag.StudyDescription, VR.LO, "")
                .set(Tag.SeriesDescription, VR.LO, "Thorax 1.0")
                .edit(data -> code(data, Tag.ProcedureCodeSequence, "CTTHX", "99RIS", "CT Thorax"))
                .edit(data -> code(data, Tag.AnatomicRegionSequence, "816094009", "SCT", "Chest"))
                .write(folder));

        PriorCandidate found = new DimseFinder(pool).findStudies(new StudyQuery.ByUid("2.25.3")).getFirst();

        assertThat(found.seriesDescriptions()).containsExactly("Thorax 1.0");
        assertThat(found.codes()).containsExactlyInAnyOrder(new CodedTerm("CTTHX", "99RIS", "CT Thorax"),
                new CodedTerm("816094009", "SCT", "Chest"));
    }

    private static void code(Attributes data, int sequence, String value, String scheme, String meaning) {
        Attributes code = new Attributes();
        code.setString(Tag.CodeValue, VR.SH, value);
        code.setString(Tag.CodingSchemeDesignator, VR.SH, scheme);
        code.setString(Tag.CodeMeaning, VR.LO, meaning);
        data.newSequence(sequence, 1).add(code);
    }

    @ParameterizedTest
    @ValueSource(ints = {0xA700, 0xA900, 0xC001, 0xFE00, 0xB000})
    void aFinalStatusOtherThanSuccessIsNoAnswer(int status) throws PeerException {
        archive.faults().findStatus(status);
        PeerException failure = failure(pool, QUERY);
        assertThat(failure.kind()).isEqualTo(Kind.FAILED);
        assertThat(failure.getMessage()).contains(String.format("%04X", status));

        archive.faults().clear();
        assertThat(new DimseFinder(pool).findStudies(QUERY)).hasSize(2);
        assertThat(archive.traffic().associations()).isOne();
    }

    /** Though the site allows four. */
    @Test
    void anArchiveThatGrantsOneAssociationAnswersAllQuestionsOnIt() throws Exception {
        archive.faults().associationLimit(1).findDelay(Duration.ofMillis(200));
        try (ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Integer>> found = IntStream.range(0, 6)
                    .mapToObj(_ -> asking.submit(() -> new DimseFinder(pool).findStudies(QUERY).size()))
                    .toList();
            for (Future<Integer> one : found) {
                assertThat(one.get(30, TimeUnit.SECONDS)).isEqualTo(2);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "47*", "471?", "4711\\4712", "", " "})
    void aPatientIdThatWouldMatchOthersIsNotAsked(String patientId) {
        assertThat(failure(pool, new StudyQuery.OfPatient(PatientKey.of(patientId))).kind()).isEqualTo(Kind.PROTOCOL);
        assertThat(archive.traffic().finds()).isZero();
    }

    @Test
    void silenceEndsBeforeTheAssociation() {
        archive.faults().silent(true);
        try (AssociationPool hasty = pool(Duration.ofSeconds(5), USUAL.response(), USUAL.idle())) {
            assertThat(failure(hasty, QUERY).kind()).isEqualTo(Kind.SILENT);
        }
    }

    @Test
    void silenceEndsAfterTheQuestion() throws PeerException {
        archive.faults().findDelay(Duration.ofMinutes(1));
        try (AssociationPool hasty = pool(USUAL.associate(), Duration.ofSeconds(5), USUAL.idle())) {
            assertThat(failure(hasty, QUERY).kind()).isEqualTo(Kind.SILENT);

            archive.faults().clear();
            assertThat(new DimseFinder(hasty).findStudies(QUERY)).hasSize(2);
        }
    }

    @Test
    void aRefusalIsTold() {
        archive.faults().associationLimit(0);
        assertThat(failure(pool, QUERY).kind()).isEqualTo(Kind.REFUSED);
    }

    @Test
    void aWrongTitleIsTold() {
        try (AssociationPool wrong = pool(archive.port(), "OTHER")) {
            PeerException failure = failure(wrong, QUERY);
            assertThat(failure.kind()).isEqualTo(Kind.REFUSED);
            assertThat(failure.getMessage()).contains("OTHER is not its AE title");
        }
    }

    @Test
    void nobodyThereIsTold() {
        try (AssociationPool nobody = pool(FreePort.pick(), "REGIONAL")) {
            assertThat(failure(nobody, QUERY).kind()).isEqualTo(Kind.UNREACHABLE);
        }
    }

    @Test
    void anUnknownHostIsTold() {
        try (AssociationPool unknown = new AssociationPool(node,
                new Peer("regional", "REGIONAL", "no-such-host.invalid",
                        104),
                SourceBudget.DEFAULT, USUAL)) {
            PeerException failure = failureAtLast(unknown, QUERY); // a name service knows no deadline of ours
            assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
            assertThat(failure.getMessage()).contains("host name no-such-host.invalid is not known");
        }
    }

    @Test
    void unusedAssociationsAreReleased() throws PeerException {
        try (AssociationPool tidy = pool(USUAL.associate(), USUAL.response(), Duration.ofSeconds(1))) {
            assertThat(new DimseFinder(tidy).findStudies(QUERY)).hasSize(2);
            await().until(() -> archive.traffic().associationsNow() == 0);
        }
    }
}
