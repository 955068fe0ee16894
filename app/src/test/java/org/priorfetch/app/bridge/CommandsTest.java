package org.priorfetch.app.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.AppointmentCommand.QueryAgain;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.model.Message;

class CommandsTest {

    private final ScriptedEngine engine = new ScriptedEngine(SampleDays.typical());
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Commands commands = new Commands(engine, work -> {
        heard.add("screen");
        work.run();
    });

    @Test
    void anAnswerComesBackOnTheScreensThread() {
        engine.on(QueryAgain.class, _ -> true);

        ask();

        await().untilAsserted(() -> assertThat(heard).containsExactly("screen", "answered true"));
    }

    @Test
    void aRefusalIsExplained() {
        engine.on(QueryAgain.class, _ -> {
            throw new CommandFailedException(Message.of("runtime.checkStopped"));
        });

        ask();

        await().untilAsserted(() -> assertThat(heard).containsExactly("screen",
                "refused " + Message.of("runtime.checkStopped").text()));
    }

    @Test
    void aDefectIsSaidInPlainWords() {
        ask();

        await().untilAsserted(
                () -> assertThat(heard).containsExactly("screen", "refused " + Message.of("runtime.defect").text()));
    }

    private void ask() {
        commands.submit(new QueryAgain("A1"), known -> heard.add("answered " + known),
                why -> heard.add("refused " + why.text()));
    }
}
