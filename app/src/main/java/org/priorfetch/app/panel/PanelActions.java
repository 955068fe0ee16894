package org.priorfetch.app.panel;

import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Commands;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.engine.api.AppointmentCommand;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferCommand;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferState;

/** What a person does in the panel, as commands to the engine. */
final class PanelActions {

    private final Commands commands;
    private final Texts texts;
    private final ViewerActions viewer;
    private final Consumer<Notice> tell;

    /** @param tell shows for a moment what came of it */
    PanelActions(Commands commands, Texts texts, ViewerActions viewer, Consumer<Notice> tell) {
        this.commands = commands;
        this.texts = texts;
        this.viewer = viewer;
        this.tell = tell;
    }

    static boolean canFetch(PanelItem.Prior item) {
        return switch (item.prior().state()) {
            case SKIP, PARTIAL, FAILED -> !item.prior().source().equals(StudyRef.PACS);
            case FETCH -> isWaiting(item.transfer());
            case HOLD, PRESENT -> false;
        };
    }

    /** Pauses until somebody goes on, or goes on. */
    void pause(boolean paused) {
        commands.submit(new TransferCommand.Pause(paused, null), _ -> {}, this::refused);
    }

    /** Fetches one prior now. */
    void fetch(PanelItem.Prior item) {
        PriorView prior = item.prior();
        TransferView transfer = item.transfer();
        if (!canFetch(item)) {
            tell.accept(new Notice(Mark.of(prior.state()), texts.get("panel.told.nothing." + prior.state()), ""));
        } else if (prior.state() != PriorState.SKIP && transfer != null) {
            fetching(new TransferCommand.RetryTransfer(transfer.id()));
        } else {
            fetching(new AppointmentCommand.TakePrior(item.appointment().id(), prior.studyUid(), prior.source()));
        }
    }

    /** Fetches what an appointment lacks without waiting, and asks again where there was no answer. */
    void fetch(AppointmentView appointment) {
        commands.submit(new AppointmentCommand.FetchNow(appointment.id()), count -> begun(appointment, count),
                this::refused);
    }

    void openInViewer(AppointmentView appointment, @Nullable PriorView prior) {
        if (viewer.canOpen(appointment, prior)) {
            viewer.open(appointment, prior);
        }
    }

    private void fetching(EngineCommand<?> command) {
        commands.submit(command, _ -> told(Mark.FETCHING, "panel.told.fetching"), this::refused);
    }

    private void begun(AppointmentView appointment, int transfers) {
        if (transfers > 0) {
            told(Mark.FETCHING, "panel.told.fetching");
        } else if (appointment.verdict() == ReadinessVerdict.UNREACHABLE) {
            told(Mark.FETCHING, "panel.told.asking");
        } else {
            told(Mark.of(appointment.verdict()), "panel.told.nothing");
        }
    }

    private void refused(Message why) {
        tell.accept(new Notice(Mark.FAILED, texts.of(why), ""));
    }

    private void told(Mark mark, String key) {
        tell.accept(new Notice(mark, texts.get(key), ""));
    }

    private static boolean isWaiting(@Nullable TransferView transfer) {
        return transfer != null && transfer.state() == TransferState.WAITING;
    }
}
