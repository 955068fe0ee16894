package org.priorfetch.app.firstrun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.OpenWindow.awaitText;

import java.util.List;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.SiteReport;
import org.priorfetch.engine.model.SiteForm;

@Timeout(90)
class FirstRunTest {

    @Test
    void leadsFromNothingToToday() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleSites.empty(), Appearance.DEFAULT, Locale.ENGLISH)) {
            awaitBeginning(window);
            window.robot().clickOn("#next");
            fill(window, "PACS", "");
            window.robot().clickOn("#check");
            awaitText(window, "One image");
            window.robot().clickOn("#next");
            fill(window, "WORKLIST", "ris");
            window.robot().clickOn("#next");
            fill(window, "SOURCE", "regional");
            window.robot().clickOn("#next");
            awaitText(window, "Does it work?");
            window.robot().clickOn("#next");
            awaitText(window, "A passphrase for the administrator");
            window.robot().clickOn("#back").clickOn("#next").clickOn("#later");
            awaitText(window, "PriorFetch works");
            assertThat(window.engine().submitted()).anyMatch(SiteCommand.SaveSite.class::isInstance);

            window.robot().clickOn("#delivery-send");
            awaitText(window, "Is PRIORFETCH-TEST in the list of what is still to be read?");
            window.robot().clickOn("#delivery-no");
            await().until(() -> OpenWindow.onScreenThread(() -> window.find("#delivery-said", Label.class)
                    .getText()
                    .contains("It did not land in the unread list")));

            window.engine().publish(SampleDays.typical());
            window.robot().clickOn("#done");
            awaitText(window, "Müller, Karl");
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsACalmNoteUntilItIsSaved() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleSites.empty()
                .on(SiteCommand.ReadSite.class,
                        _ -> new SiteReport(SiteForm.EMPTY, List.of(), "", "/etc/priorfetch/site.yaml", false, false)),
                Appearance.DEFAULT, Locale.ENGLISH)) {
            awaitText(window, "/etc/priorfetch/site.yaml may not be written. Ask whoever looks after this computer to"
                    + " allow it, or to write the file.");
            assertThat(window.find("#first-run-note", Label.class).getStyleClass()).contains("aside")
                    .doesNotContain("problem");
            assertThat(window.find("#first-run-said", Label.class).getText()).isEmpty();

            window.robot().clickOn("#next");
            assertThat(window.find("#first-run-note", Label.class).getText()).isNotEmpty();
        }
    }

    @Test
    void marksNothingBeforeAPersonHasBeenThereOrWantsToGoOn() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleSites.empty(), Appearance.DEFAULT, Locale.ENGLISH)) {
            awaitBeginning(window);
            window.robot().clickOn("#next");
            await().until(() -> window.robot().lookup("#PACS-host").tryQuery().isPresent());
            assertThat(marked(window)).isEmpty();

            window.robot().clickOn("#PACS-host").clickOn("#PACS-port");
            assertThat(marked(window)).contains("PACS-host").doesNotContain("PACS-port");

            window.robot().clickOn("#next");
            assertThat(marked(window)).containsExactlyInAnyOrder("PACS-aeTitle", "PACS-host", "PACS-port");
        }
    }

    /** What the file says has come by then, and does not take the place of what is typed. */
    private static void awaitBeginning(OpenWindow window) {
        awaitText(window, "Welcome to PriorFetch");
        await().until(() -> !window.find("#SELF-aeTitle", TextField.class).getText().isEmpty());
    }

    private static List<String> marked(OpenWindow window) throws Exception {
        return OpenWindow.onScreenThread(() -> window.scene()
                .getRoot()
                .lookupAll(".text-field")
                .stream()
                .filter(field -> field.getPseudoClassStates().contains(PseudoClass.getPseudoClass("wrong")))
                .map(Node::getId)
                .toList());
    }

    private static void fill(OpenWindow window, String part, String name) throws Exception {
        if (!name.isEmpty()) {
            type(window, part + "-name", name);
        }
        type(window, part + "-aeTitle", part);
        type(window, part + "-host", "host.example");
        type(window, part + "-port", "104");
    }

    private static void type(OpenWindow window, String id, String text) throws Exception {
        OpenWindow.onScreenThread(() -> {
            window.find("#" + id, TextField.class).setText(text);
            return null;
        });
    }
}
