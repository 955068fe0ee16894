package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.priorfetch.engine.store.Samples.NOON;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.AppointmentStatus;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.HandChoice;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.WayRate;
import org.priorfetch.engine.model.WorklistItem;

/** What goes in comes out, also after the database was closed and opened again. */
class RoundTripTest extends OpenStore {

    @Test
    void appointments() {
        Appointment full = Samples.fullAppointment("A1");
        Appointment bare = Samples.bareAppointment("1.2.9");
        store.appointments().save(bare);
        store.appointments().save(full);

        assertThat(reopened().appointments().all()).containsExactly(full, bare);
    }

    @Test
    void whatElseIsStatedOfPatients() {
        PatientTraits traits = new PatientTraits(
                Set.of(new PatientKey("I9", "INSURANCE"), new PatientKey("P2", null)), "Lange \"Str.\" 12\n",
                Set.of("030", "040"),
                "M\u00fcller^Eva", "R");
        WorklistItem item = Samples.fullAppointment("A1").item();
        Appointment known = Samples.fullAppointment("A1")
                .with(new WorklistItem(item.accessionNumber(), item.studyInstanceUid(), item.patient(),
                        item.modalities(), item.requestedProcedureDescription(), item.bodyPartExamined(),
                        item.scheduledStart(), item.urgency(), item.worklist(), item.stationName(), item.location(),
                        item.performingPhysician(), traits));
        store.appointments().save(known);

        assertThat(reopened().appointments().all()).containsExactly(known);
    }

    @Test
    void anAppointmentIsReplacedWholly() {
        store.appointments().save(Samples.fullAppointment("A1"));
        Appointment cancelled = Samples.fullAppointment("A1").with(AppointmentStatus.CANCELLED);

        store.appointments().save(cancelled);

        assertThat(store.appointments().all()).containsExactly(cancelled);
    }

    @Test
    void whatPeopleChoseOutlivesNewCandidatesAndEndsWithTheAppointment() {
        store.appointments().save(Samples.fullAppointment("A1"));
        store.appointments().save(new HandChoice("A1", "1.9", false, "seen"));
        HandChoice wanted = new HandChoice("A1", "1.9", true, "");
        store.appointments().save(wanted);
        store.appointments().save(new HandChoice("unknown", "1.9", true, ""));

        store.appointments().replacePriors("A1", List.of());

        assertThat(reopened().appointments().choices()).containsExactly(wanted);
        store.appointments().remove("A1");
        assertThat(store.appointments().choices()).isEmpty();
    }

    @Test
    void candidatesKeepTheirOrder() {
        store.appointments().save(Samples.fullAppointment("A1"));
        List<AppointmentPrior> priors = List.of(
                Samples.prior("A1", Samples.fullCandidate("1.9"), PriorState.FETCH),
                Samples.prior("A1", Samples.bareCandidate("1.1"), PriorState.HOLD),
                Samples.prior("A1", Samples.bareCandidate("1.9"), PriorState.SKIP));

        store.appointments().replacePriors("A1", priors);

        assertThat(reopened().appointments().priors()).isEqualTo(priors);
    }

    @Test
    void replacingCandidatesLeavesOtherAppointmentsAlone() {
        store.appointments().save(Samples.fullAppointment("A1"));
        store.appointments().save(Samples.fullAppointment("A2"));
        AppointmentPrior other = Samples.prior("A2", Samples.bareCandidate("1.1"), PriorState.SKIP);
        AppointmentPrior later = Samples.prior("A1", Samples.bareCandidate("1.2"), PriorState.FETCH);
        store.appointments()
                .replacePriors("A1",
                        List.of(Samples.prior("A1", Samples.bareCandidate("1.1"), PriorState.FETCH)));
        store.appointments().replacePriors("A2", List.of(other));

        store.appointments().replacePriors("A1", List.of(later));

        assertThat(store.appointments().priors()).containsExactly(later, other);
    }

    @Test
    void oneCandidateIsUpdatedInItsPlaceOrAddedAtTheEnd() {
        store.appointments().save(Samples.fullAppointment("A1"));
        AppointmentPrior first = Samples.prior("A1", Samples.bareCandidate("1.9"), PriorState.FETCH);
        AppointmentPrior second = Samples.prior("A1", Samples.bareCandidate("1.5"), PriorState.FETCH);
        AppointmentPrior added = Samples.prior("A1", Samples.bareCandidate("1.1"), PriorState.SKIP);
        store.appointments().replacePriors("A1", List.of(first, second));

        AppointmentPrior done = first.with(PriorState.PRESENT, 5, 5, Samples.REASON);
        store.appointments().save(done);
        store.appointments().save(added);

        assertThat(store.appointments().priors()).containsExactly(done, second, added);
    }

    @Test
    void removingAnAppointmentRemovesItsCandidatesAndKeepsLateOnesOut() {
        store.appointments().save(Samples.fullAppointment("A1"));
        AppointmentPrior prior = Samples.prior("A1", Samples.bareCandidate("1.9"), PriorState.FETCH);
        store.appointments().replacePriors("A1", List.of(prior));

        store.appointments().remove("A1");
        store.appointments().save(prior);
        store.appointments().replacePriors("A1", List.of(prior));

        assertThat(store.appointments().all()).isEmpty();
        assertThat(store.appointments().priors()).isEmpty();
    }

    @Test
    void jobs() {
        TransferJob full = store.jobs().add(Samples.fullJob());
        TransferJob bare = store.jobs().add(Samples.bareJob());

        assertThat(full).isEqualTo(Samples.fullJob().withId(full.id()));
        assertThat(bare.id()).isNotIn(TransferJob.UNSAVED, full.id());
        assertThat(reopened().jobs().find(full.id())).contains(full);
        assertThat(store.jobs().find(bare.id())).contains(bare);
        assertThat(store.jobs().find(bare.id() + 1)).isEmpty();
        assertThat(store.jobs().open()).containsExactly(full, bare);
    }

    @Test
    void endedJobsAreHistory() {
        TransferJob older = store.jobs().add(Samples.fullJob());
        TransferJob newer = store.jobs().add(Samples.bareJob());
        TransferJob ended = older.with(TransferState.COMPLETE, null, NOON.plusSeconds(5));

        store.jobs().save(ended);

        assertThat(store.jobs().open()).containsExactly(newer);
        assertThat(store.jobs().recent(10)).containsExactly(ended, newer);
        assertThat(store.jobs().recent(1)).containsExactly(ended);
    }

    @Test
    void everyStateIsOpenOrTerminal() {
        for (TransferState state : TransferState.values()) {
            store.jobs().add(Samples.bareJob().with(state, Samples.REASON, NOON));
        }

        assertThat(store.jobs().open()).extracting(TransferJob::state)
                .containsExactly(TransferState.QUEUED,
                        TransferState.WAITING, TransferState.RUNNING, TransferState.VERIFYING);
    }

    @Test
    void aJobThatWasNeverAddedCannotBeSaved() {
        assertThatThrownBy(() -> store.jobs().save(Samples.fullJob().withId(99)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void timesBeyondWhatDatabasesKnowAreTheirEnds() {
        TransferJob job = store.jobs()
                .add(Samples.bareJob()
                        .dueAt(Instant.MAX, Samples.bareJob().urgency())
                        .waitingUntil(Instant.MIN, Samples.REASON, NOON));

        TransferJob found = store.jobs().find(job.id()).orElseThrow();

        assertThat(found.due()).isEqualTo("9999-12-31T23:59:59.999999Z");
        assertThat(found.notBefore()).isEqualTo("0001-01-01T00:00:00Z");
    }

    @Test
    void deliveredInstances() {
        long job = store.jobs().add(Samples.fullJob()).id();
        long other = store.jobs().add(Samples.bareJob()).id();
        for (String uid : List.of("1.1", "1.2", "1.3", "1.2")) {
            store.jobs().markDelivered(job, Samples.instance(uid), 512);
        }
        store.jobs().markDelivered(other, Samples.instance("1.1"), 512);

        assertThat(store.jobs().unmarkDelivered(job, Set.of("1.1", "1.7"))).as("bytes").isEqualTo(512);
        assertThat(store.jobs().unmarkDelivered(job, Set.of())).isZero();

        assertThat(reopened().jobs().delivered(job)).containsExactlyInAnyOrder("1.2", "1.3");
        assertThat(store.jobs().delivered(other)).containsExactly("1.1");
    }

    @Test
    void aMarkOfAnUnknownJobHoldsUpNoOther() {
        long job = store.jobs().add(Samples.fullJob()).id();

        store.jobs().markDelivered(job + 1, Samples.instance("1.1"), 512);
        store.jobs().markDelivered(job, Samples.instance("1.1"), 512);

        assertThat(store.jobs().delivered(job)).containsExactly("1.1");
        assertThat(store.jobs().delivered(job + 1)).isEmpty();
    }

    @Test
    void theLedgerTakesTheFirstInstantAndLeavesTheLast() {
        LedgerEntry first = Samples.ledgerEntry(NOON);
        LedgerEntry second = new LedgerEntry(NOON.plusSeconds(1), "1.2", "pacs", null, "\u5c71", 0, 0,
                TransferState.FAILED, List.of(), Duration.ZERO);
        store.ledger().append(second);
        store.ledger().append(first);
        store.ledger().append(Samples.ledgerEntry(NOON.plusSeconds(2)));

        assertThat(reopened().ledger().between(NOON, NOON.plusSeconds(2))).containsExactly(first, second);
    }

    @Test
    void peers() {
        PeerStatus never = PeerStatus.unknown(PeerKind.PACS, "pacs");
        PeerStatus failed = new PeerStatus(PeerKind.SOURCE, "regional", PeerState.UNREACHABLE, NOON, Samples.REASON);
        store.peers().save(never);
        store.peers().save(PeerStatus.unknown(PeerKind.SOURCE, "regional"));
        store.peers().save(failed);

        assertThat(reopened().peers().all()).containsExactly(never, failed);
    }

    @Test
    void peersWithoutWindow() {
        store.peers().saveWithoutWindow("regional", NOON);
        store.peers().saveWithoutWindow("uni", NOON);
        store.peers().saveWithoutWindow("regional", NOON.plusSeconds(5));

        assertThat(reopened().peers().withoutWindow())
                .containsExactlyInAnyOrderEntriesOf(Map.of("regional", NOON.plusSeconds(5), "uni", NOON));
    }

    @Test
    void howFastTheWaysWere() {
        WayRate slow = new WayRate(12.5, 3.25, 4, NOON);
        WayRate fast = new WayRate(100, 0.125, 9, NOON.plusSeconds(5));
        store.peers().saveWayRate("regional", RetrieveWay.GET, slow);
        store.peers().saveWayRate("regional", RetrieveWay.WADO, slow);
        store.peers().saveWayRate("uni", RetrieveWay.GET, slow);
        store.peers().saveWayRate("regional", RetrieveWay.WADO, fast);

        assertThat(reopened().peers().wayRates("regional"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(RetrieveWay.GET, slow, RetrieveWay.WADO, fast));
    }

    @Test
    void whatWasReplacedUntilNow() {
        long job = store.jobs().add(Samples.bareJob()).id();
        List<AttributeChange> all = Samples.ledgerEntry(NOON).changes();
        store.jobs().noteChanges(job, all.subList(0, 1));
        store.jobs().noteChanges(job, all);

        assertThat(reopened().jobs().notedChanges(job)).isEqualTo(all);
        assertThat(store.jobs().notedChanges(job + 1)).isEmpty();
    }

    /** Its try has not ended, so it could not be saved with the job. */
    @Test
    void whatAJobThatIsUnderWayHasDelivered() {
        TransferJob job = store.jobs().add(Samples.bareJob().withAttempt(NOON).withProgress(200, 0, 0, NOON));
        store.jobs().markDelivered(job.id(), new InstanceRef("1.2.3.1", "1.2", "1.2.3"), 500);
        store.jobs().markDelivered(job.id(), new InstanceRef("1.2.3.2", "1.2", "1.2.3"), 700);

        TransferJob asItStands = job.withProgress(200, 2, 1200, NOON);
        assertThat(reopened().jobs().open()).containsExactly(asItStands);
        assertThat(store.jobs().recent(5)).containsExactly(asItStands);
    }

    @Test
    void whatWasCarriedTwice() {
        long first = store.jobs().add(Samples.bareJob()).id();
        long second = store.jobs().add(Samples.bareJob()).id();
        store.jobs().addCarriedTwice(first, 5);
        store.jobs().addCarriedTwice(second, 70_000_000_000L);
        store.jobs().addCarriedTwice(first, 7);

        assertThat(reopened().jobs().carriedTwice(9)).isEqualTo(Map.of(first, 12L, second, 70_000_000_000L));
        assertThat(store.jobs().carriedTwice(1)).containsOnlyKeys(second);
    }

    @Test
    void theLedgerSaysWhatWasCarriedTwice() {
        LedgerEntry sample = Samples.ledgerEntry(NOON);
        LedgerEntry twice = new LedgerEntry(NOON, sample.studyInstanceUid(), sample.source(), sample.appointmentId(),
                sample.patientId(), sample.instances(), sample.bytes(), sample.outcome(), sample.changes(),
                sample.took(), true, 4_711);
        store.ledger().append(twice);

        assertThat(reopened().ledger().between(NOON, NOON.plusSeconds(1))).containsExactly(twice);
    }
}
