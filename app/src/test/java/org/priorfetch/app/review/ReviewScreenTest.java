package org.priorfetch.app.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.OpenWindow.awaitText;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleReviews;
import org.priorfetch.app.testing.SampleSites;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.TestClock;
import org.priorfetch.app.testing.Texty;
import org.priorfetch.engine.api.AdminArea;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.Guarded;
import org.priorfetch.engine.api.NextStep;
import org.priorfetch.engine.api.ReviewCommand.Choice;
import org.priorfetch.engine.api.ReviewCommand.Decide;
import org.priorfetch.engine.api.ReviewCommand.ReadReviews;
import org.priorfetch.engine.api.ReviewCommand.Settle;
import org.priorfetch.engine.api.ReviewCommand.Withdraw;
import org.priorfetch.engine.api.Reviews;
import org.priorfetch.engine.model.Message;

@Timeout(60)
class ReviewScreenTest {

    private static OpenWindow open(ScriptedEngine engine) throws Exception {
        OpenWindow window = new OpenWindow(engine, Appearance.DEFAULT, Locale.ENGLISH).visit(ScreenId.REVIEW);
        await().until(() -> engine.submitted().stream().anyMatch(ReadReviews.class::isInstance));
        return window;
    }

    private static <T> T awaitCommand(OpenWindow window, Class<T> kind) {
        await().until(() -> window.engine().submitted().stream().anyMatch(kind::isInstance));
        return window.engine().submitted().stream().filter(kind::isInstance).map(kind::cast).findFirst().orElseThrow();
    }

    private static boolean isAsked(OpenWindow window, Class<?> kind) {
        return window.engine().submitted().stream().anyMatch(kind::isInstance);
    }

    @SuppressWarnings("unchecked")
    private static String selected(OpenWindow window) throws Exception {
        return OpenWindow.onScreenThread(() -> Objects.requireNonNull(((ListView<ReviewLine>) window.find("#reviews",
                ListView.class)).getSelectionModel().getSelectedItem()).id());
    }

    @Test
    void bothPatientsStandSideBySideWithWhatDiffersInWords() throws Exception {
        try (OpenWindow window = open(SampleReviews.twoDoubts())) {
            for (String text : List.of("There, at regional", "March 7, 1958", "July 3, 1958",
                    "day and month exchanged?", "M\u00fcller, Karl", "M\u00fcller, Carl", "one letter differs",
                    "missing there", "2 studies of regional")) {
                awaitText(window, text);
            }
        }
    }

    @Test
    void theRailCountsWhatWaits() throws Exception {
        try (OpenWindow window = open(SampleReviews.twoDoubts())) {
            assertThat(window.find(".badge", Label.class).getText()).isEqualTo("2");

            window.engine().publish(SampleReviews.waiting(0));
            await().until(() -> !window.find("#rail-REVIEW .badge", Label.class).isVisible());
        }
    }

    @Test
    void acceptingNamesWhatWillHappenAndAsksWhy() throws Exception {
        try (OpenWindow window = open(SampleReviews.twoDoubts())) {
            awaitText(window, "M\u00fcller, Carl");
            window.robot().push(KeyCode.A);
            awaitText(window,
                    "Bring 2 studies of regional into the PACS as M. K., and all later ones of this patient there.");
            assertThat(window.find("#confirm", Button.class).isDisabled()).isTrue();

            window.robot().clickOn("#reason").write("had the letter");
            window.robot().clickOn("#confirm");

            assertThat(awaitCommand(window, Decide.class))
                    .isEqualTo(new Decide("patient-1", Choice.SAME, "had the letter", null, null));
        }
    }

    @Test
    void whatIsKeptForTheAdminIsDecidedWithTheKey() throws Exception {
        ScriptedEngine engine = SampleSites.keeping(SampleReviews.twoDoubts(), AdminArea.REVIEW);
        try (OpenWindow window = open(engine)) {
            awaitText(window, "M\u00fcller, Carl");
            await().until(() -> OpenWindow
                    .onScreenThread(() -> Texty.laidOut(window.scene().getRoot()).lookup("#unlock") != null));
            window.robot().clickOn("#passphrase").write(SampleSites.PASSPHRASE).push(KeyCode.ENTER);
            await().until(() -> window.workplace().admin().unlockedProperty().get());

            window.robot().clickOn("#answer-SAME").clickOn("#quick-1").clickOn("#confirm");

            assertThat(awaitCommand(window, Decide.class).key()).isEqualTo(SampleSites.key());
        }
    }

    @Test
    void aKeyThatOpensNothingAnyMoreIsLetGo() throws Exception {
        ScriptedEngine engine = SampleSites.keeping(SampleReviews.twoDoubts(), AdminArea.REVIEW)
                .on(Decide.class, _ -> {
                    throw new CommandFailedException(Message.of(Guarded.LOCKED));
                });
        try (OpenWindow window = open(engine)) {
            awaitText(window, "M\u00fcller, Carl");
            OpenWindow.onScreenThread(() -> {
                window.workplace().admin().unlock(SampleSites.PASSPHRASE, () -> {}, _ -> {});
                return null;
            });
            await().until(() -> window.workplace().admin().unlockedProperty().get());

            window.robot().clickOn("#answer-SAME").clickOn("#quick-1").clickOn("#confirm");

            await().until(() -> !window.workplace().admin().unlockedProperty().get());
            await().until(() -> window.find("#unlock", Button.class).isVisible());
        }
    }

    @Test
    void lettersInTheReasonAreNoShortcuts() throws Exception {
        try (OpenWindow window = open(SampleReviews.twoDoubts())) {
            awaitText(window, "M\u00fcller, Carl");
            window.robot().push(KeyCode.D);
            window.robot().clickOn("#reason").write("dahl").push(KeyCode.ENTER);

            assertThat(awaitCommand(window, Decide.class))
                    .isEqualTo(new Decide("patient-1", Choice.DIFFERENT, "dahl", null, null));
            assertThat(window.workplace().privacy().namesHiddenProperty().get()).isFalse();
        }
    }

    @Test
    void aRefuseCanBeUndone() throws Exception {
        try (OpenWindow window = open(SampleReviews.twoDoubts())) {
            awaitText(window, "M\u00fcller, Carl");
            window.robot().push(KeyCode.D);
            window.robot().clickOn("#quick-1").clickOn("#confirm");
            assertThat(awaitCommand(window, Decide.class).reason()).isEqualTo("Relative or namesake");

            await().until(() -> !window.robot().lookup("Undo").queryAll().isEmpty());
            window.robot().clickOn("Undo");
            assertThat(awaitCommand(window, Withdraw.class)).isEqualTo(new Withdraw(42, null));
        }
    }

    @Test
    void askingLaterSaysUntilWhen() throws Exception {
        try (OpenWindow window = open(SampleReviews.twoDoubts())) {
            awaitText(window, "M\u00fcller, Carl");
            window.robot().push(KeyCode.L);
            window.robot().clickOn("#quick-1").clickOn("#confirm");

            assertThat(awaitCommand(window, Decide.class)).isEqualTo(new Decide("patient-1", Choice.LATER,
                    "Asking the ward", TestClock.START.plus(Duration.ofHours(1)), null));
        }
    }

    @Test
    void afterADecisionTheNextOneComesUpWithTheKeyboard() throws Exception {
        ScriptedEngine engine = SampleReviews.twoDoubts();
        try (OpenWindow window = open(engine)) {
            awaitText(window, "M\u00fcller, Carl");
            assertThat(selected(window)).isEqualTo("patient-1");
            engine.on(ReadReviews.class,
                    _ -> new Reviews(List.of(SampleReviews.doubt("patient-2", "Berg^Anna", 20)), List.of()));

            window.robot().push(KeyCode.A);
            window.robot().clickOn("#quick-1").push(KeyCode.ENTER);

            await().until(() -> selected(window).equals("patient-2"));
            await().until(() -> window.find("#reviews", ListView.class).isFocused());
        }
    }

    @Test
    void escapeTakesAnAnswerBackBeforeItIsGiven() throws Exception {
        try (OpenWindow window = open(SampleReviews.twoDoubts())) {
            awaitText(window, "M\u00fcller, Carl");
            window.robot().push(KeyCode.A);
            await().until(() -> window.find("#answer", AnswerForm.class).isVisible());
            window.robot().push(KeyCode.ESCAPE);

            await().until(() -> !window.find("#answer", AnswerForm.class).isVisible());
            assertThat(isAsked(window, Decide.class)).isFalse();
        }
    }

    @Test
    void nobodyDecidesBlind() throws Exception {
        try (OpenWindow window = open(SampleReviews.twoDoubts())) {
            awaitText(window, "M\u00fcller, Carl");
            window.robot().push(KeyCode.H);
            awaitText(window,
                    "Names are hidden. Nobody should decide whether two people are the same without seeing them.");
            assertThat(window.shows("March 7, 1958")).isFalse();

            window.robot().push(KeyCode.A).push(KeyCode.D);
            assertThat(window.find("#answer", AnswerForm.class).isVisible()).isFalse();

            window.robot().clickOn("#reveal");
            awaitText(window, "March 7, 1958");
        }
    }

    @Test
    void namesThatAreHiddenMeanwhileTakeTheDecisionBack() throws Exception {
        try (OpenWindow window = open(SampleReviews.twoDoubts())) {
            awaitText(window, "M\u00fcller, Carl");
            window.robot().push(KeyCode.A);
            window.robot().clickOn("#reason").write("had the letter");

            OpenWindow.onScreenThread(() -> {
                window.workplace().privacy().hide();
                return null;
            });

            assertThat(window.find("#answer", AnswerForm.class).isVisible()).isFalse();
            window.robot().push(KeyCode.ENTER);
            assertThat(isAsked(window, Decide.class)).isFalse();
        }
    }

    @Test
    void theChosenLineStaysHighlightedWhenOthersChange() throws Exception {
        ScriptedEngine engine = SampleReviews.twoDoubts();
        try (OpenWindow window = open(engine)) {
            awaitText(window, "M\u00fcller, Carl");
            window.robot().push(KeyCode.DOWN);
            await().until(() -> selected(window).equals("patient-2"));

            engine.on(ReadReviews.class, _ -> new Reviews(List.of(SampleReviews.doubt("patient-0", "Berg^Anna", 20),
                    SampleReviews.doubt("patient-1", "Berg^Anna", 20),
                    SampleReviews.doubt("patient-2", "Berg^Anna", 20)), List.of()));
            engine.publish(SampleReviews.waiting(3));

            await().until(() -> window.find("#reviews", ListView.class).getItems().size() == 3);
            assertThat(selected(window)).isEqualTo("patient-2");
        }
    }

    @Test
    void whatCannotBeReadAnewIsSaidToBeOldAboveTheList() throws Exception {
        ScriptedEngine engine = SampleReviews.twoDoubts();
        try (OpenWindow window = open(engine)) {
            awaitText(window, "M\u00fcller, Carl");
            assertThat(window.find("#out-of-date", Label.class).isVisible()).isFalse();

            engine.on(ReadReviews.class, _ -> {
                throw new CommandFailedException(Message.of("runtime.defect"));
            });
            engine.publish(SampleReviews.waiting(3));

            await().until(() -> window.find("#out-of-date", Label.class).isVisible());
            assertThat(window.shows("M\u00fcller, Carl")).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"RETRY", "OTHER_SOURCE"})
    void whatNeedsNoReasonIsDoneAtOnce(NextStep step) throws Exception {
        try (OpenWindow window = open(SampleReviews.onlyFailed())) {
            awaitText(window, "Nothing arrived");
            window.robot().clickOn("#answer-" + step);

            assertThat(awaitCommand(window, Settle.class)).isEqualTo(new Settle("transfer-5", step, "", null, null));
        }
    }

    @Test
    void givingUpAsksWhy() throws Exception {
        try (OpenWindow window = open(SampleReviews.onlyFailed())) {
            awaitText(window, "Nothing arrived");
            window.robot().clickOn("#answer-GIVE_UP").clickOn("#quick-1").clickOn("#confirm");

            assertThat(awaitCommand(window, Settle.class))
                    .isEqualTo(new Settle("transfer-5", NextStep.GIVE_UP, "Not needed any more", null, null));
        }
    }

    @Test
    void whatDisagreesCanOnlyBeListedOrGivenUp() throws Exception {
        try (OpenWindow window = open(SampleReviews.onlyDisagreeing())) {
            await().until(() -> !window.robot().lookup("#answer-GIVE_UP").queryAll().isEmpty());
            assertThat(window.robot().lookup("#answer-SAME").queryAll()).isEmpty();
            window.robot().clickOn("#list");

            await().until(() -> window.find("#delivered", TextArea.class).getText().contains("2.25.778899.1.40"));
        }
    }

    @Test
    void aDecisionIsWithdrawnAndSaysWhatToUndoByHand() throws Exception {
        try (OpenWindow window = open(SampleReviews.nothing())) {
            awaitText(window, "Nothing needs you");
            window.robot().clickOn("#tab-DECIDED");
            awaitText(window, "Another person");
            window.robot().clickOn("Same person");
            window.robot().clickOn("#answer-WITHDRAW");
            assertThat(isAsked(window, Withdraw.class)).isFalse();
            window.robot().clickOn("#confirm");

            assertThat(awaitCommand(window, Withdraw.class)).isEqualTo(new Withdraw(1, null));
        }
    }
}
