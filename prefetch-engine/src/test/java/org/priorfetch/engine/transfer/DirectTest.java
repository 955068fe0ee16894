package org.priorfetch.engine.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.priorfetch.engine.dicom.FileSpool;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.identity.IdentityMatcher;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Cancellation;

/** Studies that an archive sends straight to the PACS: checked before, and proven afterwards (safety rule 10). */
class DirectTest extends TwoArchives {

    private RelayRig rig;
    private final SamePatient same = new SamePatient(new TestClock().now());
    private @Nullable Reason conflict;
    private final Patient local = TestJobs.PATIENT;

    @BeforeEach
    void start() throws IOException {
        source.destination("LOCALPACS", pacs.port());
        rig = between().deadlines(RelayRig.PATIENT).start();
    }

    @AfterEach
    void stop() throws IOException {
        rig.close();
    }

    /** As strict as the product where it matters here. */
    private final class Strict implements ImportPolicy {

        @Override
        public void prepare(TransferJob job) {
            // nobody is to be asked
        }

        @Override
        public IdentityDecision check(TransferJob job, InstanceHeader header) {
            return new IdentityMatcher(null).onReceiving(local, header.patient(), null);
        }

        @Override
        public List<InstanceRef> chosen(TransferJob job, List<InstanceRef> listed) {
            return listed;
        }

        @Override
        public AttributeChanges changes(TransferJob job, InstanceHeader header) {
            return same.changes(job, header);
        }

        @Override
        public @Nullable Reason conflict(TransferJob job, PriorCandidate held) {
            return conflict;
        }

        @Override
        public @Nullable Reason namesake(TransferJob job, PriorCandidate held) {
            return same.namesake(job, held);
        }
    }

    private StudyRelays relays() throws IOException {
        return new StudyRelays(Map.of(TestJobs.SOURCE, rig.peers), Map.of(TestJobs.SOURCE, rig.mover("LOCALPACS")),
                new FileSpool(spool()), new Strict(), rig.jobs, rig.ledger, rig.clock,
                TryListener.NOBODY);
    }

    private List<String> study(int series, int instances) throws IOException {
        return archived(STUDY, series, instances, 30_000);
    }

    private RelayResult relay(TransferJob job) throws IOException {
        return relays().relay(job, new JobProgress(() -> {}), new Cancellation());
    }

    private void assertNothingSent() {
        assertThat(source.traffic().sent()).isEmpty();
        assertThat(pacs.sopInstanceUids()).isEmpty();
    }

    @Test
    void theArchiveSendsAllOfItAndItIsListedAsSentByTheArchive() throws IOException {
        List<String> uids = study(3, 20);
        TransferJob job = rig.add(TestJobs.of(STUDY));
        StudyRelays relays = relays();
        JobProgress progress = new JobProgress(() -> {});
        RelayResult result = relays.relay(job, progress, new Cancellation());
        relays.record(job.with(TransferState.COMPLETE, null, rig.clock.now()), result);

        assertThat(result.outcome()).isEqualTo(new TransferOutcome.Complete(60));
        assertThat(progress.delivered()).isEqualTo(60);
        assertThat(pacs.sopInstanceUids()).containsExactlyInAnyOrderElementsOf(uids);
        assertThat(source.traffic().sent()).hasSize(60).allSatisfy((_, times) -> assertThat(times).isOne());
        assertThat(rig.jobs.delivered(job.id())).containsExactlyInAnyOrderElementsOf(uids);
        assertThat(rig.ledger.between(rig.clock.now().minusSeconds(60), rig.clock.now().plusSeconds(60)))
                .singleElement()
                .satisfies(entry -> assertThat(entry.byArchive()).isTrue())
                .extracting(LedgerEntry::instances)
                .isEqualTo(60);
    }

    @Test
    void theProgressIsWhatTheArchiveSays() throws IOException {
        study(1, 10);
        List<Integer> seen = new CopyOnWriteArrayList<>();
        JobProgress[] progress = new JobProgress[1];
        progress[0] = new JobProgress(() -> seen.add(progress[0] == null ? 0 : progress[0].delivered()));
        relays().relay(rig.add(TestJobs.of(STUDY)), progress[0], new Cancellation());
        assertThat(seen).contains(1, 2, 3, 9, 10).allSatisfy(shown -> assertThat(shown).isBetween(0, 10));
    }

    @ParameterizedTest
    @ValueSource(strings = {"birth date", "sex", "name", "ID"})
    void safetyRule2HoldsWhatTheArchiveDoesNotStateAsTheSamePatient(String other) throws IOException {
        Path written = folder.resolve("written");
        ImageFile image = new ImageFile(STUDY, 1, 1);
        switch (other) {
            case "birth date" -> image.stating("PatientBirthDate", "");
            case "sex" -> image.stating("PatientSex", "");
            case "name" -> image.stating("PatientName", "Roe^Richard");
            default -> image.stating("PatientID", "4712");
        }
        image.write(written);
        source.addFolder(written);
        assertThat(relay(rig.add(TestJobs.of(STUDY))).outcome()).isInstanceOf(TransferOutcome.Held.class);
        assertNothingSent();
    }

    @Test
    void safetyRule6HoldsWhatThePacsHoldsUnderAnotherPatient() throws IOException {
        study(1, 4);
        Path there = folder.resolve("there");
        new ImageFile(STUDY, 1, 1).write(there);
        pacs.addFolder(there);
        conflict = Reason.of("plan.pacsOtherPatient");
        assertThat(relay(rig.add(TestJobs.of(STUDY))).outcome())
                .isEqualTo(new TransferOutcome.Held(Reason.of("plan.pacsOtherPatient")));
        assertThat(source.traffic().sent()).isEmpty();
    }

    @Test
    void holdsWhatWouldHaveToBeChangedOnTheWay() throws IOException {
        study(1, 4);
        Patient renumbered = new Patient(PatientKey.of("4711-NEW"), "Doe^Jane", LocalDate.of(1970, 1, 2), Sex.F);
        assertThat(relay(rig.add(TestJobs.of(STUDY, renumbered))).outcome())
                .isEqualTo(new TransferOutcome.Held(Reason.of("transfer.direct.wouldChange")));
        assertNothingSent();
    }

    @Test
    void holdsAndListsWhatThePacsShowsOtherwiseThanMeant() throws IOException {
        List<String> uids = study(1, 4);
        conflict = Reason.of("plan.pacsOtherPatient"); // the PACS holds nothing yet: it shows only afterwards
        TransferJob job = rig.add(TestJobs.of(STUDY));
        RelayResult result = relay(job);
        assertThat(result.outcome()).isInstanceOfSatisfying(TransferOutcome.Held.class, held -> {
            assertThat(held.reason().has(PacsCheck.MISMATCH)).isTrue();
            assertThat(held.reason().has("plan.pacsOtherPatient")).isTrue();
            assertThat(held.reason().text()).contains("4 images");
        });
        assertThat(result.instances()).isEqualTo(4);
        assertThat(rig.jobs.delivered(job.id())).containsExactlyInAnyOrderElementsOf(uids);
    }

    @Test
    void asksOnlyForWhatIsMissing() throws IOException {
        List<String> uids = study(2, 5);
        Path there = folder.resolve("there");
        new ImageFile(STUDY, 1, 1).write(there);
        new ImageFile(STUDY, 2, 3).write(there);
        pacs.addFolder(there);
        RelayResult result = relay(rig.add(TestJobs.of(STUDY)));
        assertThat(result.outcome()).isEqualTo(new TransferOutcome.Complete(10));
        assertThat(result.instances()).isEqualTo(8);
        assertThat(source.traffic().sent()).hasSize(8)
                .doesNotContainKeys(ImageFile.uid(STUDY, 1, 1), ImageFile.uid(STUDY, 2, 3));
        assertThat(pacs.sopInstanceUids()).hasSameSizeAs(uids);
    }

    @Test
    void aBreakIsResumedWithoutAnythingTwice() throws IOException {
        List<String> uids = study(1, 20);
        source.faults().window(1); // with more, what is under way when it breaks off comes once more
        source.faults().abortAfter(3, 1);
        TransferJob job = rig.add(TestJobs.of(STUDY));
        TransferOutcome first = relay(job).outcome();
        TransferOutcome last = first instanceof TransferOutcome.Complete ? first : relay(job).outcome();
        assertThat(last).isEqualTo(new TransferOutcome.Complete(20));
        assertThat(pacs.sopInstanceUids()).containsExactlyInAnyOrderElementsOf(uids);
        assertThat(pacs.traffic().stored()).allSatisfy((_, times) -> assertThat(times).isOne());
        assertThat(rig.jobs.delivered(job.id())).hasSize(20);
    }

    @Test
    void safetyRule8WhatThePacsRefusesIsMissingWhateverTheArchiveSays() throws IOException {
        List<String> uids = study(1, 5);
        pacs.faults().reject(uids.get(2), 0xA700);
        TransferJob job = rig.add(TestJobs.of(STUDY));
        assertThat(relay(job).outcome()).isInstanceOfSatisfying(TransferOutcome.Partial.class,
                partial -> assertThat(partial.delivered()).isEqualTo(4));
        assertThat(rig.jobs.delivered(job.id())).hasSize(4).doesNotContain(uids.get(2));
    }

    @Test
    void aDestinationThatTheArchiveDoesNotKnowIsTold() throws IOException {
        study(1, 3);
        StudyRelays relays = new StudyRelays(Map.of(TestJobs.SOURCE, rig.peers),
                Map.of(TestJobs.SOURCE, rig.mover("NOBODY")), new FileSpool(spool()), new Strict(),
                rig.jobs, rig.ledger, rig.clock, TryListener.NOBODY);
        TransferJob job = rig.add(TestJobs.of(STUDY));
        assertThat(relays.relay(job, new JobProgress(() -> {}), new Cancellation()).outcome()).isInstanceOfSatisfying(
                TransferOutcome.Postponed.class,
                postponed -> assertThat(postponed.reason().text()).contains("A801"));
        assertThat(rig.jobs.delivered(job.id())).isEmpty();
    }

    @Test
    void cancelledByCCancel() throws Exception {
        study(1, 50);
        source.faults().imageDelay(Duration.ofMillis(300));
        Cancellation cancellation = new Cancellation();
        TransferJob job = rig.add(TestJobs.of(STUDY));
        List<TransferOutcome> outcomes = new CopyOnWriteArrayList<>();
        StudyRelays relays = relays();
        Thread thread = Thread.ofVirtual()
                .start(() -> outcomes.add(relays.relay(job, new JobProgress(() -> {}), cancellation).outcome()));
        await().atMost(Duration.ofSeconds(30)).until(() -> source.traffic().sent().size() >= 2);
        assertThat(thread.isAlive()).isTrue();
        cancellation.cancel();
        assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
        assertThat(outcomes).containsExactly(new TransferOutcome.Cancelled());
        assertThat(source.traffic().sent().size()).isBetween(1, 49);
        assertThat(rig.jobs.delivered(job.id())).containsAll(pacs.sopInstanceUids());
    }
}
