package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.port.PeerProbe;

class BoundedCheckTest {

    private final CountDownLatch never = new CountDownLatch(1);

    private PeerProbe peer(CheckStep hangsAt) {
        return new PeerProbe() {
            @Override
            public String name() {
                return "regional";
            }

            @Override
            public ProbeStep probe(CheckStep step) {
                if (step == hangsAt) {
                    try {
                        never.await();
                    } catch (InterruptedException stopped) {
                        Thread.currentThread().interrupt();
                    }
                }
                return new ProbeStep(step.word(), true, 1, Message.of("runtime.checkStopped"), null, false);
            }
        };
    }

    @Test
    void whatAPeerShowsInTimeIsToldAsItIs() throws Exception {
        PeerCheck check = BoundedCheck.begin(peer(CheckStep.INDEX)).within(Duration.ofMinutes(1));
        assertThat(check.ok()).isTrue();
        assertThat(check.steps()).hasSameSizeAs(CheckStep.AT_PEER);
    }

    @Test
    void aPeerThatComesToNoEndIsToldWithWhatItHasShown() throws Exception {
        PeerCheck check = BoundedCheck.begin(peer(CheckStep.ECHO)).within(Duration.ofMillis(300));
        assertThat(check.ok()).isFalse();
        assertThat(check.steps()).extracting(ProbeStep::step)
                .containsExactly("name", "tcp", "tls", "association", "echo");
        assertThat(check.steps().getLast().ok()).isFalse();
        assertThat(check.steps().getLast().detail().text()).contains("regional did not come to an end");
    }
}
