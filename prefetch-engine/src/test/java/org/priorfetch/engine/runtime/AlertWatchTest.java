package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.alert.AlertFacts.CertificateEnd;
import org.priorfetch.engine.alert.AlertFacts.DiskSpace;
import org.priorfetch.engine.alert.AlertFacts.RefusedMessages;
import org.priorfetch.engine.alert.LateAppointments;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.transfer.PacsCheck;

class AlertWatchTest {

    private static final Instant NOW = RuntimeExamples.NOW;

    private final FailedTries failures = new FailedTries();
    private final List<DiskSpace> disks = new ArrayList<>();
    private final List<CertificateEnd> certificates = new ArrayList<>();
    private final List<RefusedMessages> refused = new ArrayList<>();
    private LateAppointments late = LateAppointments.NONE;
    private final AlertWatch watch = new AlertWatch(List::of, failures, () -> List.copyOf(disks),
            () -> List.copyOf(certificates), _ -> List.copyOf(refused), () -> late);

    private static TransferJob job(long id, TransferState state, int attempt, Instant at) {
        TransferJob job = RuntimeExamples.job(id, "1.2." + id, TransferState.QUEUED);
        for (int tries = 0; tries < attempt; tries++) {
            job = job.withAttempt(at);
        }
        return job.with(state, Reason.of("transfer.notSent", 3), at);
    }

    @Test
    void theSameTryToldTwiceIsOneFailure() {
        failures.note(job(1, TransferState.WAITING, 1, NOW));
        failures.note(job(1, TransferState.WAITING, 1, NOW));
        failures.note(job(2, TransferState.WAITING, 1, NOW));
        assertThat(watch.alerts(NOW)).isEmpty();

        failures.note(job(1, TransferState.WAITING, 2, NOW));

        assertThat(watch.alerts(NOW.plusSeconds(1))).extracting(Alert::kind).containsExactly(AlertKind.JOBS_FAILING);
    }

    @Test
    void whatHasComeAfterAllNeedsNobody() {
        for (int attempt = 1; attempt <= 3; attempt++) {
            failures.note(job(1, TransferState.WAITING, attempt, NOW));
        }
        assertThat(watch.alerts(NOW)).hasSize(1);

        failures.note(RuntimeExamples.job(1, "1.2.1", TransferState.COMPLETE));

        assertThat(watch.alerts(NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void waitingForHoursIsNoFailure() {
        for (int attempt = 1; attempt < 5; attempt++) {
            failures.note(job(1, TransferState.WAITING, attempt, NOW)
                    .with(TransferState.WAITING, Reason.of("transfer.outsideHours", "regional", "18:00"), NOW));
        }

        assertThat(watch.alerts(NOW)).isEmpty();
    }

    @Test
    void aTransferThatWasGivenUpIsOverWhenItIsTriedAgain() {
        failures.note(job(1, TransferState.FAILED, 1, NOW));
        assertThat(watch.alerts(NOW)).hasSize(1);

        failures.note(job(1, TransferState.RUNNING, 2, NOW));

        assertThat(watch.alerts(NOW.plusSeconds(1))).isEmpty();
    }

    @Test
    void messagesThatCouldNotBeTakenAreToldAsLongAsTheyLieThere() {
        refused.add(new RefusedMessages("orders", 2));
        assertThat(watch.alerts(NOW)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.MESSAGES_REFUSED);
            assertThat(alert.text().text()).contains("orders").contains("2");
        });

        refused.set(0, new RefusedMessages("orders", 0));
        assertThat(watch.alerts(NOW.plusSeconds(31))).isEmpty();
    }

    private static TransferJob held(long id, String... keys) {
        return RuntimeExamples.job(id, "1.2." + id, TransferState.QUEUED)
                .withAttempt(NOW)
                .with(TransferState.HELD, new Reason(Stream.of(keys).map(key -> Message.of(key, "4")).toList()), NOW);
    }

    @Test
    void aStudyThatCameStraightToThePacsAsSomebodyElsesIsTold() {
        failures.note(held(1, "plan.pacsOtherPatient"));
        assertThat(watch.alerts(NOW)).as("held before anything was sent").isEmpty();

        failures.note(held(2, PacsCheck.MISMATCH, "plan.pacsOtherPatient"));

        assertThat(watch.alerts(NOW.plusSeconds(1))).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.MISDELIVERED);
            assertThat(alert.subject()).isEqualTo("regional");
            assertThat(alert.text().text()).contains("regional");
        });
        failures.note(RuntimeExamples.job(3, "1.2.3", TransferState.COMPLETE));
        assertThat(watch.alerts(NOW.plusSeconds(2))).as("another study says nothing of it").hasSize(1);
    }

    @Test
    void manyLateAppointmentsAreTold() {
        late = new LateAppointments(10, 5, "regional", LateAppointments.Cause.RATE);
        assertThat(watch.alerts(NOW)).isEmpty();

        assertThat(watch.alerts(NOW.plusSeconds(120))).extracting(Alert::kind)
                .containsExactly(AlertKind.APPOINTMENTS_LATE);
    }

    @Test
    void theDiskIsLookedAtTwiceAMinute() {
        assertThat(watch.alerts(NOW)).isEmpty();
        disks.add(new DiskSpace("/home", 1, 100));

        assertThat(watch.alerts(NOW.plusSeconds(29))).isEmpty();
        assertThat(watch.alerts(NOW.plusSeconds(30))).extracting(Alert::subject).containsExactly("/home");
    }

    @Test
    void failuresAreForgottenAfterADay() {
        failures.note(job(1, TransferState.FAILED, 1, NOW));

        assertThat(failures.lately(NOW.plus(Duration.ofDays(1)))).hasSize(1);
        assertThat(failures.lately(NOW.plus(Duration.ofDays(1)).plusSeconds(1))).isEmpty();
    }

    @Test
    void aCertificateThatEndsSoonIsTold() {
        certificates.add(new CertificateEnd("regional", NOW.plus(Duration.ofDays(90))));
        assertThat(watch.alerts(NOW)).isEmpty();

        certificates.set(0, new CertificateEnd("regional", NOW.plus(Duration.ofDays(6))));

        assertThat(watch.alerts(NOW.plusSeconds(1))).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.CERTIFICATE_EXPIRING);
            assertThat(alert.text().text()).isEqualTo("The certificate of regional expires within 7 days.");
        });
    }
}
