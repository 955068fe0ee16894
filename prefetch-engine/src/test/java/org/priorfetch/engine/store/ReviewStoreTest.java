package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.store.Samples.NOON;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.PatientDecision;
import org.priorfetch.engine.model.PatientDecision.Verdict;
import org.priorfetch.engine.model.SetAside;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;

/** What people decided and put off survives the end of the program. */
class ReviewStoreTest extends OpenStore {

    private static PatientDecision decision(Verdict verdict) {
        return new PatientDecision(PatientDecision.UNSAVED, Samples.FULL_PATIENT, "regional", Samples.BARE_PATIENT,
                verdict, "mk", NOON, "known to us", Set.of("2.25.1", "2.25.2"));
    }

    @Test
    void decisionsStayUntilTheyAreWithdrawn() {
        PatientDecision same = store.reviews().add(decision(Verdict.SAME));
        PatientDecision different = store.reviews().add(decision(Verdict.DIFFERENT));
        assertThat(reopened().reviews().decisions()).containsExactly(same, different);

        store.reviews().withdraw(same.id(), "mk", NOON.plusSeconds(5));
        assertThat(reopened().reviews().decisions()).containsExactly(different);
    }

    @Test
    void theLastPostponementOfAnItemCounts() {
        SetAside first = new SetAside("patient-1", NOON.plusSeconds(60), "mk", NOON, "asking the ward");
        SetAside second = new SetAside("patient-1", null, "mk", NOON, "enough");
        store.reviews().save(first);
        store.reviews().save(second);
        store.reviews().save(new SetAside("transfer-1", NOON, "mk", NOON, "later"));

        store.reviews().remove("transfer-1");

        assertThat(reopened().reviews().setAside()).containsExactly(second);
    }

    @Test
    void troubledIsWhatNoLaterTransferOfTheStudyHasSettled() {
        TransferJob failed = store.jobs().add(Samples.fullJob().with(TransferState.FAILED, Samples.REASON, NOON));
        TransferJob held = store.jobs().add(Samples.bareJob().with(TransferState.HELD, Samples.REASON, NOON));
        assertThat(store.jobs().troubled(10)).containsExactly(held, failed);
        assertThat(store.jobs().troubled(1)).containsExactly(held);

        store.jobs().add(Samples.fullJob().with(TransferState.COMPLETE, null, NOON));

        assertThat(store.jobs().troubled(10)).containsExactly(held);
        assertThat(store.jobs().ofFoundPatient("regional", failed.candidate().patient().key().patientId()))
                .isNotEmpty();
    }
}
