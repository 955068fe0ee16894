package org.priorfetch.app.launch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.Reason;

class TellingTest {

    private static final EngineSnapshot DAY = SampleDays.typical();

    private boolean seen;
    private final Telling telling = new Telling(() -> seen);

    private static EngineSnapshot later(Duration by, List<AppointmentView> appointments, List<PeerStatus> worklists) {
        return new EngineSnapshot(DAY.sequence() + 1, DAY.at().plus(by), DAY.paused(), DAY.settled(), appointments,
                DAY.transfers(), DAY.sources(), worklists, DAY.pacs(), DAY.pausedUntil(), DAY.alerts(),
                DAY.needsReview(), DAY.configured(), DAY.deliveryTest());
    }

    private static EngineSnapshot later(Duration by) {
        Instant then = DAY.at().plus(by);
        List<PeerStatus> asked = DAY.worklists()
                .stream()
                .map(peer -> peer.state() == PeerState.OK ? peer.answered(then) : peer)
                .toList();
        return later(by, List.copyOf(DAY.appointments()), asked);
    }

    @Test
    void wakesNobodyForWhatSaysTheSameOnceMore() {
        assertThat(telling.isWorthTelling(DAY)).isTrue();
        for (int seconds = 5; seconds < 60; seconds += 5) {
            assertThat(telling.isWorthTelling(later(Duration.ofSeconds(seconds)))).isFalse();
        }
    }

    @Test
    void tellsWhatDependsOnTheTimeNowAndThen() {
        assertThat(telling.isWorthTelling(DAY)).isTrue();
        assertThat(telling.isWorthTelling(later(Telling.AT_LEAST_EVERY))).isTrue();
        assertThat(telling.isWorthTelling(later(Telling.AT_LEAST_EVERY.plusSeconds(5)))).isFalse();
    }

    @Test
    void tellsEverythingWhileSomebodyLooks() {
        seen = true;
        assertThat(telling.isWorthTelling(DAY)).isTrue();
        assertThat(telling.isWorthTelling(later(Duration.ofSeconds(1)))).isTrue();
    }

    @Test
    void tellsWhatIsNew() {
        assertThat(telling.isWorthTelling(DAY)).isTrue();
        assertThat(telling.isWorthTelling(
                later(Duration.ofSeconds(5), DAY.appointments().subList(1, DAY.appointments().size()),
                        DAY.worklists())))
                .isTrue();
        List<PeerStatus> silent = DAY.worklists().stream().map(peer -> peer.failed(Reason.of("channel.gone"))).toList();
        assertThat(telling.isWorthTelling(later(Duration.ofSeconds(10), DAY.appointments(), silent))).isTrue();
    }

    @Test
    void tellsWhateverComesAfterASilence() {
        assertThat(telling.isWorthTelling(DAY)).isTrue();
        telling.forget();
        assertThat(telling.isWorthTelling(later(Duration.ofSeconds(20)))).isTrue();
    }
}
