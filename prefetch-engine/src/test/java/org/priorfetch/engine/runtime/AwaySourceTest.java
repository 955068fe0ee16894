package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.TransferCommand.Pause;
import org.priorfetch.engine.demo.SimulatedHospital;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;

/** An archive that is away when it is searched no more. */
@Timeout(180)
class AwaySourceTest {

    @TempDir
    Path site;
    @TempDir
    Path home;

    @Test
    void transfersTellThatItDoesNotAnswer() throws Exception {
        try (SimulatedHospital hospital = SimulatedHospital.start(site,
                LocalDateTime.now(new SystemClock().zone()));
                LocalEngine engine = TestEngine.of(hospital.siteFile(), home)) {
            engine.submit(new Pause(true, null));
            engine.start();
            await().atMost(Duration.ofSeconds(60)).until(() -> regional(engine).state() == PeerState.OK);
            await().atMost(Duration.ofSeconds(60)).until(() -> engine.snapshot().settled());

            hospital.regional().close();
            engine.submit(new Pause(false, null));

            await().atMost(Duration.ofSeconds(60)).until(() -> regional(engine).state() == PeerState.UNREACHABLE);
            assertThat(regional(engine).detail()).isNotNull();
        }
    }

    private static PeerStatus regional(LocalEngine engine) {
        return engine.snapshot()
                .sources()
                .stream()
                .filter(one -> one.name().equals("regional"))
                .findFirst()
                .orElseThrow();
    }
}
