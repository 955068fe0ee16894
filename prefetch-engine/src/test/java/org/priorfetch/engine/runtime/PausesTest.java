package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.transfer.Pause;

class PausesTest {

    private static final Instant TOMORROW = RuntimeExamples.NOW.plus(Duration.ofDays(1));

    private final List<Pause> heard = new ArrayList<>();

    @TempDir
    private Path home;

    @Test
    void aPauseWithAnEndSurvivesARestart() {
        pauses().pause(new Pause(true, TOMORROW));

        heard.clear();
        pauses().resume();

        assertThat(heard).containsExactly(new Pause(true, TOMORROW));
    }

    @Test
    void aPauseWithoutAnEndDoesNot() {
        pauses().pause(new Pause(true, TOMORROW));
        pauses().pause(new Pause(true, null));

        heard.clear();
        pauses().resume();

        assertThat(heard).isEmpty();
    }

    @Test
    void nothingIsKeptOfAPauseThatSomebodyEnded() {
        pauses().pause(new Pause(true, TOMORROW));
        pauses().pause(Pause.NONE);

        assertThat(heard.getLast()).isEqualTo(Pause.NONE);
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void whatCannotBeReadPausesNothing() throws IOException {
        Files.writeString(home.resolve("paused-until"), "later");

        pauses().resume();

        assertThat(heard).isEmpty();
    }

    private Pauses pauses() {
        return new Pauses(heard::add, home);
    }
}
