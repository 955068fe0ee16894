package org.priorfetch.app.transfers;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import javafx.scene.input.KeyCode;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Deed;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.TransferCommand.CancelTransfer;
import org.priorfetch.engine.api.TransferCommand.Move;
import org.priorfetch.engine.api.TransferCommand.MoveTransfer;
import org.priorfetch.engine.api.TransferCommand.RetryTransfer;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.TransferState;

/** What a person can do with a transfer. What came of it is told in passing. */
final class TransferDeeds {

    private final Workplace workplace;
    private final Texts texts;
    private final Reach reach;

    TransferDeeds(Workplace workplace, Reach reach) {
        this.workplace = workplace;
        this.reach = reach;
        this.texts = workplace.texts();
    }

    /** @param appointmentKnown whether its appointment can be gone to */
    List<Deed> of(TransferView view, boolean appointmentKnown) {
        List<Deed> deeds = new ArrayList<>();
        if (view.state() == TransferState.HELD) {
            deeds.add(deed("decide-transfer", Icons.REVIEW, null, "",
                    () -> workplace.navigator().open(ScreenId.REVIEW)));
        }
        deeds.add(work("first-transfer", Icons.PUT_FIRST, KeyCode.T,
                TransferSection.isWaiting(view) ? "" : texts.get("transfers.whyNot.move"),
                () -> move(view, Move.FIRST, null)));
        deeds.add(work("retry-transfer", Icons.RETRY, KeyCode.R, whyNotRetry(view), () -> retry(view)));
        deeds.add(work("cancel-transfer", Icons.CANCEL, KeyCode.DELETE,
                view.state().isTerminal() ? texts.get("transfers.whyNot.cancel") : "", () -> cancel(view)));
        deeds.add(deed("to-appointment", Icons.TODAY, KeyCode.A,
                appointmentKnown ? "" : texts.get("transfers.whyNot.appointment"), () -> goToAppointment(view)));
        return deeds;
    }

    /** Puts a waiting transfer elsewhere. */
    void move(TransferView view, Move move, @Nullable Long before) {
        submit(new MoveTransfer(view.id(), move, before), _ -> {});
    }

    /** What only an engine can do. */
    private Deed work(String id, Icons icon, KeyCode key, String whyNot, Runnable action) {
        return deed(id, icon, key, reach.isLost() ? texts.get("transfers.whyNot.lost") : whyNot, action);
    }

    private Deed deed(String id, Icons icon, @Nullable KeyCode key, String whyNot, Runnable action) {
        return new Deed(id, texts.get("transfers.deed." + id), icon, key, whyNot, action);
    }

    private String whyNotRetry(TransferView view) {
        return switch (view.state()) {
            case QUEUED -> texts.get("transfers.whyNot.queued");
            case RUNNING, VERIFYING -> texts.get("transfers.whyNot.running");
            case COMPLETE -> texts.get("transfers.whyNot.complete");
            case HELD -> texts.get("transfers.whyNot.held");
            case WAITING, PARTIAL, FAILED, CANCELLED -> "";
        };
    }

    private void retry(TransferView view) {
        submit(new RetryTransfer(view.id()),
                found -> tell(found ? Mark.FETCHING : Mark.FAILED,
                        found ? "transfers.told.retry" : "transfers.told.gone",
                        view));
    }

    private void cancel(TransferView view) {
        submit(new CancelTransfer(view.id()), stopped -> {
            if (stopped) {
                workplace.teller()
                        .tell(notice(Mark.NONE, "transfers.told.cancelled", view), texts.get("transfers.undo"),
                                () -> retry(view));
            } else {
                tell(Mark.NONE, "transfers.told.over", view);
            }
        });
    }

    private void goToAppointment(TransferView view) {
        String appointment = view.appointmentId();
        if (appointment != null) {
            workplace.navigator().open(new Visit.ToAppointment(appointment));
        }
    }

    private <R> void submit(EngineCommand<R> command, Consumer<R> answered) {
        workplace.commands().submit(command, answered, this::refused);
    }

    private void tell(Mark mark, String key, TransferView view) {
        workplace.teller().tell(notice(mark, key, view));
    }

    private Notice notice(Mark mark, String key, TransferView view) {
        String title = view.studyDescription().isBlank() ? texts.get("transfers.untitled") : view.studyDescription();
        return new Notice(mark, texts.get(key, title), "");
    }

    private void refused(Message why) {
        workplace.teller().tell(new Notice(Mark.FAILED, texts.get("transfers.refused"), texts.of(why)));
    }
}
