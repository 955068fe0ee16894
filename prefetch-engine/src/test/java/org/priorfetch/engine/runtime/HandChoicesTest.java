package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.HandChoice;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;

class HandChoicesTest {

    private static final Patient PATIENT = new Patient(PatientKey.of("4711"), "Doe^Jane", LocalDate.of(1970, 1, 2),
            Sex.F);
    private static final HandChoice NOT_WANTED = new HandChoice("ACC", "1.2.3", false, "");

    private static TransferJob job(@Nullable String appointment, @Nullable Patient patient, String study) {
        TransferJob made = RuntimeExamples.job(1, study, TransferState.QUEUED);
        return new TransferJob(1, appointment, patient, made.candidate(), made.urgency(), made.due(), made.state(), 0,
                made.notBefore(), 1, 0, 0, null, made.updated());
    }

    private static boolean isStopped(TransferJob job) {
        return HandChoices.isOnlyFor(NOT_WANTED, PATIENT, job);
    }

    @Test
    void skippingStopsWhatIsOrderedForThisAppointmentAndNothingElse() {
        Patient other = new Patient(PatientKey.of("4712"), "Doe^Jane", LocalDate.of(1970, 1, 2), Sex.F);

        assertThat(isStopped(job("ACC", PATIENT, "1.2.3"))).isTrue();
        assertThat(isStopped(job("ACC", PATIENT, "1.2.4"))).isFalse();
        assertThat(isStopped(job("ACC2", PATIENT, "1.2.3"))).isFalse();
        assertThat(isStopped(job("ACC", other, "1.2.3"))).isFalse();
        assertThat(isStopped(job(null, null, "1.2.3"))).isFalse();
        assertThat(isStopped(job("ACC", PATIENT, "1.2.3").onlySeries(Set.of("1.2.3.1")))).isFalse();
    }
}
