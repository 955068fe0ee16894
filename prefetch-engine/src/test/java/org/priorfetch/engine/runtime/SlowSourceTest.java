package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferCommand.Pause;
import org.priorfetch.engine.demo.SimulatedHospital;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;

/** An archive that takes long to answer holds up nothing that others have found. */
@Timeout(240)
class SlowSourceTest {

    private static final String WITH_A_CHEST_CT = "100201";
    private static final Duration SLOW = Duration.ofSeconds(14);

    @TempDir
    Path site;
    @TempDir
    Path home;

    @Test
    void whatOthersHaveFoundComesMeanwhile() throws Exception {
        try (SimulatedHospital hospital = SimulatedHospital.start(site,
                LocalDateTime.now(new SystemClock().zone()));
                LocalEngine engine = TestEngine.of(hospital.siteFile(), home)) {
            hospital.university().faults().findDelay(SLOW);
            engine.start();

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(engine.snapshot().appointments())
                            .anySatisfy(SlowSourceTest::assertBroughtWhileOthersAreAsked));

            hospital.university().faults().findDelay(Duration.ZERO);
            await().atMost(Duration.ofMinutes(2)).until(() -> engine.snapshot().settled());
            assertThat(engine.snapshot().appointments())
                    .allSatisfy(one -> assertThat(one.verdict()).isNotEqualTo(ReadinessVerdict.FETCHING));
            assertThat(hospital.pacs().traffic().stored()).as("nothing comes twice")
                    .isNotEmpty()
                    .allSatisfy((_, times) -> assertThat(times).isOne());
        }
    }

    /** It has the study, too, and for somebody else: that is known only when it has answered. */
    @Test
    void whatIsThenToBeDecidedByAPersonDoesNotBegin() throws Exception {
        try (SimulatedHospital hospital = SimulatedHospital.start(site,
                LocalDateTime.now(new SystemClock().zone()));
                LocalEngine engine = TestEngine.of(hospital.siteFile(), home)) {
            String study = disputed(hospital);
            hospital.university().faults().findDelay(SLOW);
            engine.submit(new Pause(true, null));
            engine.start();

            await().atMost(Duration.ofMinutes(1)).until(() -> states(engine, study).contains(PriorState.FETCH));
            assertThat(open(engine, study)).isEqualTo(1);

            hospital.university().faults().findDelay(Duration.ZERO);
            await().atMost(Duration.ofMinutes(2)).until(() -> engine.snapshot().settled());
            assertThat(states(engine, study)).containsOnly(PriorState.HOLD);
            assertThat(open(engine, study)).isZero();
        }
    }

    /** Has the slow archive hold a prior of the quick one under the same ID, but for another person. */
    private String disputed(SimulatedHospital hospital) throws Exception {
        for (String uid : hospital.regional().sopInstanceUids()) {
            InstanceHeader header = Headers.of(hospital.regional().file(uid).orElseThrow(), home);
            String id = header.patient().key().patientId();
            if (id.equals(WITH_A_CHEST_CT)) {
                hospital.university()
                        .add(new ImageFile(header.studyInstanceUid(), 1, 1).stating("PatientID", id)
                                .stating("PatientName", "Somebody^Else")
                                .stating("PatientBirthDate", "19440102")
                                .write(home.resolve("other")));
                return header.studyInstanceUid();
            }
        }
        throw new AssertionError("the simulated hospital has no such patient any more");
    }

    private static List<PriorState> states(LocalEngine engine, String study) {
        return engine.snapshot()
                .appointments()
                .stream()
                .flatMap(appointment -> appointment.priors().stream())
                .filter(prior -> prior.studyUid().equals(study))
                .map(PriorView::state)
                .toList();
    }

    private static long open(LocalEngine engine, String study) {
        return engine.snapshot()
                .transfers()
                .stream()
                .filter(transfer -> transfer.studyUid().equals(study) && !transfer.state().isTerminal())
                .count();
    }

    private static void assertBroughtWhileOthersAreAsked(AppointmentView appointment) {
        assertThat(appointment.verdict()).isEqualTo(ReadinessVerdict.FETCHING);
        assertThat(appointment.priors()).anySatisfy(prior -> {
            assertThat(prior.source()).isEqualTo("regional");
            assertThat(prior.state()).isEqualTo(PriorState.PRESENT);
        });
        assertThat(appointment.notes()).anySatisfy(
                note -> assertThat(note.text()).contains("still being asked"));
    }
}
