package org.priorfetch.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.lang.ref.WeakReference;
import java.time.Duration;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.testing.Archives;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.SampleScreens;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.RecordCommand.ReadHistory;
import org.testfx.util.WaitForAsyncUtils;

/** A window that was given up out of sight comes back as it was, and nothing of the old one is kept. */
@Timeout(120)
class GivenUpWindowTest extends OpenLiveWindow {

    private void press(String toggle) throws Exception {
        ToggleButton button = find(toggle, ToggleButton.class);
        on(() -> {
            button.fire();
            return null;
        });
    }

    /** Out of sight, and back. */
    private void giveUpAndOpen() throws Exception {
        on(() -> {
            stage.hide();
            window.giveUp();
            return null;
        });
        on(() -> {
            window.show();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @Test
    void nothingOfItIsKept() throws Exception {
        open(new ScriptedEngine(SampleDays.typical()), ScreenId.TODAY);
        WeakReference<Scene> scene = on(() -> new WeakReference<>(stage.getScene()));
        for (ScreenId id : Screens.all()) {
            on(() -> {
                window.open(new Visit.ToScreen(id));
                return null;
            });
            WaitForAsyncUtils.waitForFxEvents();
        }

        giveUpAndOpen(); // the toolkit holds on to what it has drawn last

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            System.gc();
            assertThat(scene.get()).isNull();
        });
    }

    @ParameterizedTest
    @EnumSource
    void everyScreenThatWasJustLookedAtComesBack(ScreenId id) throws Exception {
        open(SampleScreens.of(id), id);
        Scene before = on(() -> stage.getScene());

        giveUpAndOpen();

        assertThat(on(() -> stage.getScene())).isNotNull().isNotSameAs(before);
        assertThat(find("#rail-" + id, ToggleButton.class).isSelected()).isTrue();
    }

    @Test
    void theDayComesBackWithItsFilterTheSearchOnTopAndTheChosenAppointment() throws Exception {
        open(new ScriptedEngine(SampleDays.typical()), ScreenId.TODAY);
        awaitText("Okafor, Adaeze");
        type("#list-search", "okafor");
        TableView<?> table = find("#appointments", TableView.class);
        await().until(() -> on(() -> table.getItems().size() == 1));
        on(() -> {
            table.getSelectionModel().select(0);
            return null;
        });
        await().until(() -> find(".detail-patient", Label.class).getText().equals("Okafor, Adaeze"));
        type("#search-all", "Mei");

        giveUpAndOpen();

        assertThat(find("#list-search", TextField.class).getText()).isEqualTo("okafor");
        assertThat(find("#search-all", TextField.class).getText()).isEqualTo("Mei");
        await().until(() -> find(".detail-patient", Label.class).getText().equals("Okafor, Adaeze"));
        TableView<?> after = find("#appointments", TableView.class);
        assertThat(after.getItems()).hasSize(1);
    }

    @Test
    void theTransfersComeBackWithWhatIsLookedForInTheHistory() throws Exception {
        open(SampleScreens.of(ScreenId.TRANSFERS), ScreenId.TRANSFERS);
        press("#section-HISTORY");
        type("#history-search", "thorax");
        await("the wish, which waits for more to be typed").until(() -> engine.submitted()
                .stream()
                .anyMatch(asked -> asked instanceof ReadHistory history && history.filter().text().equals("thorax")));

        giveUpAndOpen();

        await().until(() -> find("#history-search", TextField.class) != null);
        assertThat(find("#history-search", TextField.class).getText()).isEqualTo("thorax");
        assertThat(find("#section-HISTORY", ToggleButton.class).isSelected()).isTrue();
    }

    @Test
    void theReviewsComeBackWithTheirTab() throws Exception {
        open(SampleScreens.of(ScreenId.REVIEW), ScreenId.REVIEW);
        press("#tab-DECIDED");

        giveUpAndOpen();

        assertThat(find("#tab-DECIDED", ToggleButton.class).isSelected()).isTrue();
    }

    @Test
    void theReportsComeBackWithTheirTabAndWhatIsLookedFor() throws Exception {
        open(SampleScreens.of(ScreenId.REPORTS), ScreenId.REPORTS);
        TabPane tabs = find("#reports", TabPane.class);
        on(() -> {
            tabs.getSelectionModel().select(1);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents();
        type("#deliveries-text", "4711");

        giveUpAndOpen();

        assertThat(find("#reports", TabPane.class).getSelectionModel().getSelectedIndex()).isOne();
        assertThat(find("#deliveries-text", TextField.class).getText()).isEqualTo("4711");
    }

    @Test
    void aWindowInWhichSomethingIsTypedAndNotSavedIsKept() throws Exception {
        open(SampleSites.configured(), ScreenId.SOURCES);
        await().until(() -> find("#PACS-host", TextField.class) != null);
        type("#PACS-host", "elsewhere.example");
        Scene before = on(() -> stage.getScene());

        giveUpAndOpen();

        assertThat(on(() -> stage.getScene())).isSameAs(before);
        assertThat(find("#PACS-host", TextField.class).getText()).isEqualTo("elsewhere.example");
    }

    @Test
    void aWindowInWhichSomebodySearchesIsKept() throws Exception {
        open(Archives.engine(Archives.day(), Archives.typical()), ScreenId.FETCH);
        type("#name", "Meier");
        Scene before = on(() -> stage.getScene());

        giveUpAndOpen();

        assertThat(on(() -> stage.getScene())).isSameAs(before);
        assertThat(find("#name", TextField.class).getText()).isEqualTo("Meier");
    }

    @Test
    void theAssistantIsKept() throws Exception {
        open(SampleSites.empty(), ScreenId.TODAY);
        await().until(() -> find("#next", Node.class) != null);
        Scene before = on(() -> stage.getScene());

        giveUpAndOpen();

        assertThat(on(() -> stage.getScene())).isSameAs(before);
    }
}
