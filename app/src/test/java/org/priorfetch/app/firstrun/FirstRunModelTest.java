package org.priorfetch.app.firstrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.bridge.TestCommands;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.lock.AdminSession;
import org.priorfetch.app.lock.TestSessions;
import org.priorfetch.app.sources.CheckLine;
import org.priorfetch.app.sources.Part;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.SaveAnswer;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.SiteProblem;

class FirstRunModelTest {

    private final ScriptedEngine engine = SampleSites.empty();
    private FirstRunModel model;

    @BeforeEach
    void begin() {
        Commands commands = TestCommands.on(engine);
        AdminSession admin = TestSessions.on(commands);
        model = new FirstRunModel(commands, admin, new Texts(Locale.ENGLISH));
        model.begin();
        await().until(() -> model.site().form(Part.SELF).value("aeTitle").get().equals("PRIORFETCH"));
    }

    private void fill(Part part, String... values) {
        for (int i = 0; i < values.length; i += 2) {
            model.site().form(part).value(values[i]).set(values[i + 1]);
        }
    }

    private void fillAll() {
        fill(Part.PACS, "aeTitle", "PACS", "host", "pacs", "port", "104");
        fill(Part.WORKLIST, "name", "ris", "aeTitle", "RIS", "host", "ris", "port", "104");
        fill(Part.SOURCE, "name", "regional", "aeTitle", "REGIONAL", "host", "regional", "port", "104");
    }

    private void goTo(Step step) {
        while (model.stepProperty().get() != step) {
            Step before = model.stepProperty().get();
            model.next();
            assertThat(model.stepProperty().get()).isNotEqualTo(before);
        }
    }

    private SiteCommand.SaveSite saved() {
        List<EngineCommand<?>> all = engine.submitted();
        return all.stream()
                .filter(SiteCommand.SaveSite.class::isInstance)
                .map(SiteCommand.SaveSite.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    @Test
    void goesOnOnlyWhenTheAnswersAreRight() {
        model.next();
        assertThat(model.stepProperty().get()).isEqualTo(Step.PACS);
        model.next();
        assertThat(model.stepProperty().get()).isEqualTo(Step.PACS);
        assertThat(model.saidProperty().get()).isNotEmpty();

        fillAll();
        model.next();
        assertThat(model.stepProperty().get()).isEqualTo(Step.WORKLIST);
        assertThat(model.saidProperty().get()).isEmpty();
    }

    @Test
    void losesNothingOnTheWayBack() {
        fillAll();
        goTo(Step.TEST);
        while (model.stepProperty().get() != Step.WELCOME) {
            model.back();
        }
        goTo(Step.ARCHIVE);
        assertThat(model.site().form(Part.SOURCE).value("host").get()).isEqualTo("regional");
        assertThat(model.site().form(Part.PACS).value("port").get()).isEqualTo("104");
    }

    @Test
    void triesEverythingBeforeItIsSaved() {
        fillAll();
        goTo(Step.TEST);
        model.check();

        for (Part part : List.of(Part.PACS, Part.WORKLIST, Part.SOURCE)) {
            await().untilAsserted(() -> assertThat(model.doctor(part).lines()).hasSize(CheckStep.AT_PEER.size())
                    .extracting(CheckLine::mark)
                    .containsOnly(Mark.READY, Mark.NONE));
        }
        assertThat(engine.submitted()).noneMatch(SiteCommand.SaveSite.class::isInstance);
    }

    @Test
    void savesWithoutAPassphrase() {
        fillAll();
        goTo(Step.PASSPHRASE);
        model.finishWithoutPassphrase();

        await().until(() -> model.stepProperty().get() == Step.DONE);
        assertThat(saved().key()).isNull();
        assertThat(saved().form().sources()).singleElement()
                .satisfies(source -> assertThat(source.values()).containsEntry("type", "dimse")
                        .containsEntry("aeTitle", "REGIONAL"));
    }

    @Test
    void setsThePassphraseFirst() {
        fillAll();
        goTo(Step.PASSPHRASE);
        model.finish("seven grey geese", "seven gray geese");
        assertThat(model.saidProperty().get()).contains("not the same");

        model.finish("seven grey geese", "seven grey geese");
        await().until(() -> model.stepProperty().get() == Step.DONE);
        assertThat(saved().key()).isEqualTo(SampleSites.key());
    }

    @Test
    void leadsBackToWhatTheEngineDoesNotTake() {
        engine.on(SiteCommand.SaveSite.class, _ -> new SaveAnswer(
                List.of(new SiteProblem("pacs.host", 1, 1, Message.of("settings.badHost", "host", "\"pacs\""))), null));
        fillAll();
        goTo(Step.PASSPHRASE);
        model.finishWithoutPassphrase();

        await().until(() -> model.stepProperty().get() == Step.PACS);
        assertThat(model.site().form(Part.PACS).problem("host").get()).contains("neither a host name");
    }

    @Test
    void saysWhyNothingWasSaved() {
        engine.on(SiteCommand.SaveSite.class,
                _ -> SaveAnswer.refused(Message.of("runtime.portTaken", "127.0.0.1", "11112")));
        fillAll();
        goTo(Step.PASSPHRASE);
        model.finishWithoutPassphrase();

        await().until(() -> model.saidProperty().get().contains("11112"));
        assertThat(model.stepProperty().get()).isEqualTo(Step.PASSPHRASE);
    }
}
