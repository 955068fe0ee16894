package org.priorfetch.app.transfers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.OpenWindow.awaitText;
import static org.priorfetch.app.testing.Snapshots.transfer;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.HistoryPage;
import org.priorfetch.engine.api.RecordCommand.ReadHistory;
import org.priorfetch.engine.api.TransferCommand.CancelTransfer;
import org.priorfetch.engine.api.TransferCommand.Move;
import org.priorfetch.engine.api.TransferCommand.MoveTransfer;
import org.priorfetch.engine.api.TransferCommand.Pause;
import org.priorfetch.engine.api.TransferCommand.RetryTransfer;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.TransferState;

class TransfersScreenTest {

    private static final int ALL = 100_000;

    private final ScriptedEngine engine = new ScriptedEngine(Snapshots.of(List.of(),
            List.of(transfer(1, "Eins", TransferState.RUNNING, 1, 4), transfer(2, "Zwei", TransferState.QUEUED, 0, 4),
                    transfer(3, "Drei", TransferState.QUEUED, 0, 4), transfer(4, "Vier", TransferState.QUEUED, 0, 4),
                    transfer(5, "Fünf", TransferState.FAILED, 0, 4))))
            .on(ReadHistory.class, TransfersScreenTest::history)
            .on(MoveTransfer.class, _ -> true)
            .on(RetryTransfer.class, _ -> true)
            .on(CancelTransfer.class, _ -> true)
            .on(Pause.class, Pause::paused);

    private static HistoryPage history(ReadHistory asked) {
        int total = asked.filter().text().isEmpty() ? ALL : 3;
        List<TransferView> rows = LongStream.range(asked.offset(), Math.min(total, asked.offset() + asked.limit()))
                .mapToObj(i -> transfer(1000 + i, "Study " + i, TransferState.COMPLETE, 4, 4))
                .toList();
        return new HistoryPage(rows, total);
    }

    private OpenWindow open() throws Exception {
        OpenWindow window = new OpenWindow(engine, Appearance.DEFAULT, Locale.ENGLISH);
        window.visit(ScreenId.TRANSFERS);
        awaitText(window, "Fünf");
        return window;
    }

    private void awaitSubmitted(EngineCommand<?> command) {
        await().untilAsserted(() -> assertThat(engine.submitted()).contains(command));
    }

    @Test
    void aHundredThousandRowsAreScrolledToTheEndWithAHandfulOfPages() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().clickOn("#section-HISTORY");
            awaitText(window, "Study 0");
            awaitText(window, "100,000 transfers");

            TableView<?> table = window.find("#history", TableView.class);
            OpenWindow.onScreenThread(() -> {
                table.scrollTo(ALL - 1);
                return null;
            });
            awaitText(window, "Study 99999");

            OpenWindow.onScreenThread(() -> {
                table.scrollTo(50_000);
                return null;
            });
            awaitText(window, "Study 50000");
            assertThat(engine.submitted()).filteredOn(ReadHistory.class::isInstance).hasSizeLessThanOrEqualTo(8);
        }
    }

    @Test
    void theHistoryIsNarrowedDown() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().push(KeyCode.CONTROL, KeyCode.F);
            awaitText(window, "Study 0");
            window.robot().write("thorax");
            awaitText(window, "3 transfers");
            assertThat(window.find("#history-search", TextField.class).getText()).isEqualTo("thorax");
        }
    }

    @Test
    void sectionsAreChosenAndTheirPartIsShown() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().clickOn("#section-WAITING");
            await().until(() -> !window.shows("Eins"));
            assertThat(window.shows("Waiting (3)")).isTrue();
            assertThat(window.shows("Zwei")).isTrue();
        }
    }

    @Test
    void keysPutFirstMoveCancelAndRetry() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().clickOn("Fünf").push(KeyCode.R);
            awaitSubmitted(new RetryTransfer(5));
            window.robot().clickOn("Drei").push(KeyCode.T);
            awaitSubmitted(new MoveTransfer(3, Move.FIRST, null));
            window.robot().push(KeyCode.ALT, KeyCode.UP);
            awaitSubmitted(new MoveTransfer(3, Move.BEFORE, 2L));
            window.robot().push(KeyCode.ALT, KeyCode.DOWN);
            awaitSubmitted(new MoveTransfer(3, Move.LAST, null));
            window.robot().push(KeyCode.DELETE);
            awaitSubmitted(new CancelTransfer(3));
        }
    }

    @Test
    void theKeysDoNotSlideToTheNeighbourOfATransferThatHasEnded() throws Exception {
        engine.publish(Snapshots.of(List.of(), List.of(transfer(1, "Eins", TransferState.RUNNING, 1, 4),
                transfer(2, "Zwei", TransferState.RUNNING, 1, 4), transfer(5, "Fünf", TransferState.RUNNING, 0, 4))));
        try (OpenWindow window = open()) {
            window.robot().clickOn("#section-RUNNING").clickOn("Zwei");
            await().until(() -> window.robot().lookup("#cancel-transfer").queryButton().isVisible());

            engine.publish(Snapshots.of(List.of(), List.of(transfer(1, "Eins", TransferState.RUNNING, 1, 4),
                    transfer(2, "Zwei", TransferState.COMPLETE, 4, 4),
                    transfer(5, "Fünf", TransferState.RUNNING, 0, 4))));
            await().until(() -> !window.shows("Zwei"));
            window.robot().push(KeyCode.DELETE);

            assertThat(window.find("#transfers", TableView.class).getSelectionModel().isEmpty()).isTrue();
            await().during(Duration.ofMillis(300))
                    .until(() -> engine.submitted().stream().noneMatch(CancelTransfer.class::isInstance));
        }
    }

    @Test
    void buttonsDoTheSame() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().clickOn("Drei").clickOn("#first-transfer");
            awaitSubmitted(new MoveTransfer(3, Move.FIRST, null));
            window.robot().clickOn("#cancel-transfer");
            awaitSubmitted(new CancelTransfer(3));
        }
    }

    @Test
    void whatWaitsIsDragged() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().drag("Vier", MouseButton.PRIMARY).dropTo("Zwei");
            awaitSubmitted(new MoveTransfer(4, Move.BEFORE, 2L));
        }
    }

    @Test
    void aPauseIsBegunShownAndEnded() throws Exception {
        try (OpenWindow window = open()) {
            window.robot().clickOn("#pause").clickOn("Until I go on");
            awaitSubmitted(new Pause(true, null));
            engine.publish(Snapshots.paused(engine.snapshot(), null));
            awaitText(window, "Paused: nothing begins");
            window.robot().clickOn("#go-on");
            awaitSubmitted(new Pause(false, null));
        }
    }

    @Test
    void aVisitorSeesTheTransferTheyCameFor() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical())) {
            window.visit(new Visit.ToTransfer(7));
            awaitText(window, "PET/CT Ganzkörper");
            await().until(() -> window.find("#advice", Label.class).getText().contains("Retry"));
        }
    }

    @Test
    void whileNoneIsSelectedThePlaceBelowSaysWhatChoosingOneShows() throws Exception {
        try (OpenWindow window = open()) {
            assertThat(window.shows("Select a transfer to see why it stands as it does, and what can be done."))
                    .isTrue();
            window.robot().clickOn("#section-HISTORY");
            awaitText(window, "Study 0");
            assertThat(window.shows("Select a transfer to see why it stands as it does, and what can be done."))
                    .isTrue();
        }
    }

    @Test
    void whereThereIsNothingToChooseNothingIsOffered() throws Exception {
        try (OpenWindow window = new OpenWindow(Snapshots.of(List.of(), List.of()))) {
            window.visit(ScreenId.TRANSFERS);
            awaitText(window, "Nothing is being fetched");
            assertThat(window.shows("Select a transfer to see why it stands as it does, and what can be done."))
                    .isFalse();
        }
    }
}
