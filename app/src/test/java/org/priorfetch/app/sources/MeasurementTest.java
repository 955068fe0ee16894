package org.priorfetch.app.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.bridge.AnswerQueue;
import org.priorfetch.app.bridge.TestCommands;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.SiteCommand.MeasurePeer;
import org.priorfetch.engine.model.MeasureStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerMeasures;
import org.priorfetch.engine.model.PeerMeasures.Carried;
import org.priorfetch.engine.model.PeerMeasures.Ping;

class MeasurementTest {

    private final ScriptedEngine engine = SampleSites.configured();
    private final AnswerQueue answers = new AnswerQueue();
    private final Measurement measurement = new Measurement(TestCommands.on(engine, answers),
            new Texts(Locale.ENGLISH), () -> "today");
    private final List<MeasureStep> asked = new CopyOnWriteArrayList<>();

    @BeforeEach
    void script() {
        engine.on(MeasurePeer.class, command -> {
            asked.add(command.step());
            PeerKind kind = command.name().equals("pacs") ? PeerKind.PACS : PeerKind.SOURCE;
            PeerMeasures nothing = PeerMeasures.none(command.name(), kind, false);
            return switch (command.step()) {
                case ROUND_TRIP -> nothing.with(new Ping(40, 44, 20));
                case UP -> kind == PeerKind.PACS
                        ? nothing.taking(new Carried(12, 6_000_000, 6000, 0, 6000, false, false))
                        : nothing;
                default -> nothing;
            };
        });
    }

    private void measure(String name) throws InterruptedException {
        measurement.measure(name);
        answers.takeUntil(() -> !measurement.runningProperty().get());
    }

    private List<CheckLine> lines() {
        return measurement.linesProperty().get();
    }

    @Test
    void goesThroughAllStepsAndSaysWhatHelps() throws InterruptedException {
        measure("regional");
        assertThat(asked).containsExactly(MeasureStep.values());
        assertThat(lines()).extracting(CheckLine::step)
                .containsExactly("round trip", "a CT from there", "narrowest place", "what helps");
        assertThat(lines()).extracting(CheckLine::mark).containsOnly(Mark.NONE);
        assertThat(measurement.hasPageProperty().get()).isTrue();
        assertThat(measurement.page().orElseThrow()).contains("<svg", "regional", "today");
    }

    @Test
    void whatWasMeasuredAtThePacsIsRemembered() throws InterruptedException {
        measure("pacs");
        assertThat(measurement.hasPageProperty().get()).isFalse();
        assertThat(measurement.page()).isEmpty();
        measure("regional");
        assertThat(lines()).filteredOn(line -> line.step().equals("narrowest place"))
                .extracting(CheckLine::detail)
                .containsExactly("the PACS");
    }

    @Test
    void canBeStopped() throws InterruptedException {
        CountDownLatch goOn = new CountDownLatch(1);
        engine.on(MeasurePeer.class, command -> {
            asked.add(command.step());
            if (command.step() == MeasureStep.PLAIN_CLIENT) {
                await().until(() -> goOn.getCount() == 0);
            }
            return PeerMeasures.none("regional", PeerKind.SOURCE, false).with(new Ping(1, 2, 3));
        });
        measurement.measure("regional");
        answers.take();
        await().until(() -> asked.size() == 2);
        measurement.stop();
        assertThat(measurement.runningProperty().get()).isFalse();
        goOn.countDown();
        answers.take();
        await().during(Duration.ofMillis(200)).until(() -> asked.size() == 2);
        assertThat(lines()).extracting(CheckLine::step).contains("round trip");
    }

    @Test
    void saysWhyNothingCanBeMeasured() throws InterruptedException {
        engine.on(MeasurePeer.class, _ -> {
            throw new CommandFailedException(Message.of("runtime.measure.underWay"));
        });
        measure("regional");
        assertThat(lines()).singleElement().satisfies(line -> {
            assertThat(line.mark()).isEqualTo(Mark.FAILED);
            assertThat(line.detail()).startsWith("Another measurement");
        });
        measurement.forget();
        assertThat(lines()).isEmpty();
    }
}
