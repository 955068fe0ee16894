package org.priorfetch.app.bridge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.AppointmentCommand;
import org.priorfetch.engine.api.AppointmentCommand.QueryAgain;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.TransferCommand;
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

    @Test
    void whatChangesTheSameIsDoneInItsOrderAlsoWhereTheFirstTakesLonger() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        List<Boolean> done = new CopyOnWriteArrayList<>();
        engine.on(TransferCommand.Pause.class, pause -> {
            if (pause.paused()) {
                awaitQuietly(first);
            }
            done.add(pause.paused());
            return pause.paused();
        });

        submit(new TransferCommand.Pause(true, null));
        submit(new TransferCommand.Pause(false, null));
        submit(new AppointmentCommand.Pin("A1", true));
        await().until(() -> !engine.submitted().isEmpty());
        first.countDown();

        await().until(() -> engine.submitted().size() == 3);
        assertThat(done).containsExactly(true, false);
    }

    @Test
    void aQuestionWaitsForNoChange() throws Exception {
        CountDownLatch first = new CountDownLatch(1);
        engine.on(TransferCommand.Pause.class, pause -> {
            awaitQuietly(first);
            return pause.paused();
        });

        submit(new TransferCommand.Pause(true, null));
        submit(new SiteCommand.ReadSite());

        await().until(() -> engine.submitted().contains(new SiteCommand.ReadSite()));
        first.countDown();
    }

    @Test
    void whereTooMuchWaitsTheRestIsRefusedAndNothingIsBegunAfterTheEnd() {
        CountDownLatch first = new CountDownLatch(1);
        engine.on(TransferCommand.Pause.class, pause -> {
            awaitQuietly(first);
            return pause.paused();
        });
        for (int i = 0; i < 110; i++) {
            submit(new TransferCommand.Pause(true, null));
        }

        assertThat(heard).contains("refused " + Message.of("runtime.tooMuchWaits").text());
        commands.close();
        first.countDown();
        submit(new TransferCommand.Pause(false, null));

        await().untilAsserted(() -> assertThat(heard).contains("answered true"));
        await().during(300, TimeUnit.MILLISECONDS).until(() -> engine.submitted().size() == 1);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private <R> void submit(EngineCommand<R> command) {
        commands.submit(command, answer -> heard.add("answered " + answer), why -> heard.add("refused " + why.text()));
    }

    private void ask() {
        commands.submit(new QueryAgain("A1"), known -> heard.add("answered " + known),
                why -> heard.add("refused " + why.text()));
    }
}
