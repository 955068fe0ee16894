package org.priorfetch.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.SiteReport;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteProblem;

@Timeout(60)
class AssistanceTest {

    private static final String FILE = "/home/reading/site.yaml";

    @Test
    void withoutSettingsTheAssistantBegins() throws Exception {
        try (OpenWindow window = open(SampleSites.empty())) {
            await().until(() -> has(window, ".first-run"));
        }
    }

    @Test
    void settingsThatCannotBeReadAreShownAndNotBegunAnew() throws Exception {
        ScriptedEngine engine = SampleSites.empty();
        says(engine, new SiteProblem("pacs.port", 12, 9, Message.of("scripted.noRoute", "10.1.7.20", "104")));
        try (OpenWindow window = open(engine)) {
            awaitWords(window, FILE + ", line 12, column 9: ");
            assertThat(has(window, ".first-run")).isFalse();

            says(engine, new SiteProblem("self.aeTitle", 3, 5, Message.of("scripted.noRoute", "10.1.7.21", "105")));
            window.robot().clickOn("#site-again");
            awaitWords(window, FILE + ", line 3, column 5: ");

            engine.publish(SampleDays.typical());
            await().until(() -> window.shows("Müller, Karl"));
            assertThat(has(window, "#site-again")).isFalse();
        }
    }

    private static OpenWindow open(ScriptedEngine engine) throws Exception {
        return new OpenWindow(engine, Appearance.DEFAULT, Locale.ENGLISH);
    }

    private static void says(ScriptedEngine engine, SiteProblem problem) {
        engine.on(SiteCommand.ReadSite.class,
                _ -> new SiteReport(SiteForm.EMPTY, List.of(problem), "v1", FILE, true, true));
    }

    private static boolean has(OpenWindow window, String query) throws Exception {
        return OpenWindow.onScreenThread(() -> window.scene().getRoot().lookup(query) != null);
    }

    private static void awaitWords(OpenWindow window, String beginning) {
        await(beginning).atMost(Duration.ofSeconds(20))
                .until(() -> OpenWindow.onScreenThread(
                        () -> window.scene()
                                .getRoot()
                                .lookup("#site-problems") instanceof Label label
                                && label.getText().startsWith(beginning)));
    }
}
