package org.priorfetch.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.fetch.ArchiveState.Stage;
import org.priorfetch.engine.model.Message;

class ArchiveStatesTest {

    private final ArchiveStates states = new ArchiveStates();

    @BeforeEach
    void begin() {
        states.begin(List.of("A", "B"));
    }

    @Test
    void allAreAskedAtOnce() {
        assertThat(states.asking()).containsExactly("A", "B");
        assertThat(states.haveAllAnswered()).isFalse();
    }

    @Test
    void allHaveAnsweredOnceTheLastHas() {
        states.found("A", 3, false);
        assertThat(states.haveAllAnswered()).isFalse();

        states.found("B", 0, true);

        assertThat(states.haveAllAnswered()).isTrue();
        assertThat(states.all()).extracting(ArchiveState::stage).containsExactly(Stage.FOUND, Stage.MORE);
    }

    @Test
    void aFailureIsNoAnswer() {
        states.found("A", 3, false);
        states.failed("B", Message.of("runtime.defect"));

        assertThat(states.asking()).isEmpty();
        assertThat(states.haveAllAnswered()).isFalse();
    }

    @Test
    void stoppingLeavesWhatHasAnsweredAsItIs() {
        states.found("A", 3, false);

        states.stop();

        assertThat(states.isStopped("A")).isFalse();
        assertThat(states.isStopped("B")).isTrue();
        assertThat(states.haveAllAnswered()).isFalse();
    }

    @Test
    void whoIsAskedAgainIsNotStoppedAnyMore() {
        states.stop();

        states.askAgain("B");

        assertThat(states.asking()).containsExactly("B");
        assertThat(states.isStopped("A")).isTrue();
    }

    @Test
    void nobodyAskedIsNobodyAnswered() {
        assertThat(new ArchiveStates().haveAllAnswered()).isFalse();
    }
}
