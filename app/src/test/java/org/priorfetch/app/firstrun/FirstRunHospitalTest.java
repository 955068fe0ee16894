package org.priorfetch.app.firstrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.bridge.TestCommands;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.TestSessions;
import org.priorfetch.app.sources.CheckLine;
import org.priorfetch.app.sources.Part;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.demo.SimulatedHospital;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.runtime.LocalHost;

/** From an empty home folder to appointments that are ready, with the simulated hospital around. */
@Tag("hospital")
class FirstRunHospitalTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path hospitalFolder;
    @TempDir
    Path home;

    @Test
    void endsWithAWorkingSite() throws Exception {
        try (SimulatedHospital hospital = SimulatedHospital.start(hospitalFolder,
                LocalDateTime.now(ZoneId.systemDefault()));
                PrefetchEngine engine = new LocalHost(Optional::empty).composeWithoutSettings(home)) {
            engine.start();
            Commands commands = TestCommands.on(engine);
            FirstRunModel model = new FirstRunModel(commands, TestSessions.on(commands), new Texts(Locale.ENGLISH));
            model.begin();
            await().until(() -> !model.site().form(Part.SELF).value("aeTitle").get().isEmpty());

            model.next();
            answer(model, Part.PACS, "", "LOCALPACS", hospital.pacs().port());
            answer(model, Part.WORKLIST, "ris", "RIS", hospital.worklist().port());
            answer(model, Part.SOURCE, "regional", "REGIONAL", hospital.regional().port());
            assertThat(model.stepProperty().get()).isEqualTo(Step.TEST);
            model.next();
            model.finish("seven grey geese", "seven grey geese");

            await().atMost(PATIENCE).until(() -> model.stepProperty().get() == Step.DONE);
            await().atMost(PATIENCE)
                    .until(() -> engine.snapshot()
                            .appointments()
                            .stream()
                            .anyMatch(appointment -> appointment.verdict() == ReadinessVerdict.READY));
        }
    }

    private static void answer(FirstRunModel model, Part part, String name, String aeTitle, int port) {
        if (!name.isEmpty()) {
            model.site().form(part).value("name").set(name);
        }
        model.site().form(part).value("aeTitle").set(aeTitle);
        model.site().form(part).value("host").set("127.0.0.1");
        model.site().form(part).value("port").set(String.valueOf(port));
        model.check();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(model.doctor(part).lines()).as("%s", part)
                        .hasSize(CheckStep.AT_PEER.size())
                        .extracting(CheckLine::mark)
                        .containsOnly(Mark.READY, Mark.NONE));
        model.next();
    }
}
