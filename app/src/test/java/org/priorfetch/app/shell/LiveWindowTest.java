package org.priorfetch.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Look;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.testing.Archives;
import org.priorfetch.app.testing.OneRobot;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.SampleMedia;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.api.FetchAnswer;
import org.priorfetch.engine.api.MediaCommand;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.model.TransferState;

/** A window that is built anew in another look or language goes on with what people were at. */
@Timeout(90)
class LiveWindowTest extends OpenLiveWindow {

    private static final Look GERMAN = new Look(new Appearance(Theme.LIGHT, 1.15), Locale.GERMANY);

    private void speakGerman() throws Exception {
        on(() -> {
            look.set(GERMAN);
            return null;
        });
        awaitText("Quellen");
    }

    private void fire(String id) throws Exception {
        Button button = find(id, Button.class);
        on(() -> {
            button.fire();
            return null;
        });
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private long count(Class<?> command) {
        return engine.submitted().stream().filter(command::isInstance).count();
    }

    @Test
    void whatWasSearchedChosenAndOrderedIsStillThere() throws Exception {
        CountDownLatch taken = new CountDownLatch(1);
        ScriptedEngine archives = Archives.engine(Archives.day(), Archives.typical());
        archives.on(TransferCommand.FetchStudy.class, _ -> {
            awaitQuietly(taken);
            return new FetchAnswer(1L, null);
        });
        open(archives, ScreenId.FETCH);
        type("#name", "Meier");
        type("#birthDate", "3/12/1966");
        fire("#search");
        awaitText("MR Schädel");
        await("all answers: until then rows move").until(() -> find("#stop", Button.class).isDisabled());
        choose(1);
        fire("#fetch");
        choose(2);
        await().until(() -> count(TransferCommand.FetchStudy.class) == 1);

        speakGerman();
        taken.countDown();

        assertThat(find("#name", TextField.class).getText()).isEqualTo("Meier");
        assertThat(find("#birthDate", TextField.class).getText()).isEqualTo("12.3.1966");
        awaitText("MR Schädel");
        awaitText("1 Untersuchung holen");
        await().until(() -> {
            engine.publish(Snapshots.of(Archives.day().appointments(),
                    List.of(Snapshots.transfer(1, "CT", TransferState.RUNNING, 203, 812))));
            return shows("25 % · 12,4 MB/s · 2 Min.");
        });
        assertThat(count(ArchiveCommand.SearchArchive.class)).isEqualTo(3);
        assertThat(count(ArchiveCommand.StopSearch.class)).isZero();
    }

    private void choose(int row) throws Exception {
        TreeTableView<?> table = find("#results", TreeTableView.class);
        on(() -> {
            table.requestFocus();
            table.getSelectionModel().select(row);
            return null;
        });
        OneRobot.get().push(KeyCode.SPACE);
        await().until(() -> !find("#fetch", Button.class).isDisabled());
    }

    @Test
    void whoHasNotAnsweredASearchIsAskedAgain() throws Exception {
        CountDownLatch answer = new CountDownLatch(1);
        ScriptedEngine archives = Archives.engine(Archives.day(), Archives.typical());
        archives.on(ArchiveCommand.SearchArchive.class, search -> {
            if (search.source().equals("university") && archives.submitted()
                    .stream()
                    .filter(ArchiveCommand.SearchArchive.class::isInstance)
                    .count() < 4) {
                awaitQuietly(answer);
            }
            return Archives.typical()
                    .stream()
                    .filter(one -> one.source().equals(search.source()))
                    .findFirst()
                    .orElseThrow();
        });
        open(archives, ScreenId.FETCH);
        type("#name", "Meier");
        fire("#search");
        awaitText("3 found");
        awaitText("1 found");
        await().until(() -> count(ArchiveCommand.SearchArchive.class) == 3);

        speakGerman();

        awaitText("PET/CT Ganzkörper");
        answer.countDown();
        assertThat(count(ArchiveCommand.SearchArchive.class)).isEqualTo(4);
    }

    @Test
    void aDiscStaysOpen() throws Exception {
        open(SampleMedia.typical(), new Visit.ToImport(SampleMedia.PATH));
        awaitText("MRT Knie links");

        speakGerman();

        awaitText("MRT Knie links");
        assertThat(count(MediaCommand.OpenMedia.class)).isEqualTo(1);
        assertThat(count(MediaCommand.CloseMedia.class)).isZero();
        on(() -> {
            window.close();
            return null;
        });
        await().until(() -> count(MediaCommand.CloseMedia.class) == 1);
    }

    @Test
    void aDiscThatIsBeingLookedThroughIsStillFollowed() throws Exception {
        open(SampleMedia.slow(), new Visit.ToImport(SampleMedia.PATH));
        awaitText("120 of 250 files looked at");

        speakGerman();

        SampleMedia.answers(engine);
        awaitText("MRT Knie links");
        assertThat(count(MediaCommand.CloseMedia.class)).isZero();
    }

    @Test
    void whatIsSearchedOnTopStaysWritten() throws Exception {
        open(new ScriptedEngine(SampleDays.typical()), ScreenId.TODAY);
        TextField field = find("#search-all", TextField.class);
        on(() -> {
            field.requestFocus();
            field.setText("Okafor");
            return null;
        });

        speakGerman();

        assertThat(find("#search-all", TextField.class).getText()).isEqualTo("Okafor");
        assertThat(find("#search-all", TextField.class)).isNotSameAs(field).matches(Node::isFocused);
        await().until(() -> OneRobot.get().lookup("#search-hits").tryQuery().isPresent());
        OneRobot.get().push(KeyCode.ENTER);
        awaitText("Okafor, Adaeze");
        await().until(() -> find(".detail-patient", Label.class).getText().equals("Okafor, Adaeze"));
    }

    @Test
    void whatIsTypedForASourceStaysTyped() throws Exception {
        open(SampleSites.configured(), ScreenId.SOURCES);
        await().until(() -> find("#PACS-host", TextField.class) != null);
        type("#PACS-host", "elsewhere.example");

        speakGerman();

        await().until(() -> find("#PACS-host", TextField.class) != null
                && find("#PACS-host", TextField.class).getText().equals("elsewhere.example"));
        awaitText("noch nicht gespeichert");
    }

    @Test
    void theAssistantGoesOnWhereItWas() throws Exception {
        open(SampleSites.empty(), ScreenId.TODAY);
        await().until(() -> find("#SELF-aeTitle", TextField.class) != null
                && !find("#SELF-aeTitle", TextField.class).getText().isEmpty());
        fire("#next");
        await().until(() -> find("#PACS-host", TextField.class) != null);
        type("#PACS-host", "pacs.example");

        on(() -> {
            look.set(GERMAN);
            return null;
        });

        awaitText(new Texts(Locale.GERMANY).get("firstrun.next"));
        assertThat(find("#PACS-host", TextField.class).getText()).isEqualTo("pacs.example");
        assertThat(count(SiteCommand.SaveSite.class)).isZero();
    }
}
