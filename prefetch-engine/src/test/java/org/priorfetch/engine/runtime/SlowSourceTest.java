package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.demo.SimulatedHospital;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;

/** An archive that takes long to answer holds up nothing that others have found. */
@Timeout(240)
class SlowSourceTest {

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
