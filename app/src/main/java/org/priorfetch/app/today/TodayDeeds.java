package org.priorfetch.app.today;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

import javafx.scene.input.KeyCode;

import org.priorfetch.app.controls.Deed;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.controls.Reach;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.ScreenId;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.app.screen.Visit;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AppointmentCommand.FetchNow;
import org.priorfetch.engine.api.AppointmentCommand.Pin;
import org.priorfetch.engine.api.AppointmentCommand.PutFirst;
import org.priorfetch.engine.api.AppointmentCommand.QueryAgain;
import org.priorfetch.engine.api.AppointmentCommand.SkipPrior;
import org.priorfetch.engine.api.AppointmentCommand.TakePrior;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineCommand;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.StudyRef;

/** What a person can do with an appointment and with its candidates. What came of it is told in passing. */
final class TodayDeeds {

    private final Workplace workplace;
    private final Texts texts;
    private final Reach reach;

    TodayDeeds(Workplace workplace, Reach reach) {
        this.workplace = workplace;
        this.reach = reach;
        this.texts = workplace.texts();
    }

    /** @param waiting studies whose transfers wait */
    List<Deed> ofAppointment(AppointmentView view, Set<String> waiting) {
        return List.of(work("fetch-now", Icons.FETCH_NOW, KeyCode.F, whyNotFetch(view), () -> fetch(view)),
                work("put-first", Icons.PUT_FIRST, KeyCode.T, whyNotFirst(view, waiting), () -> putFirst(view)),
                work(view.pinned() ? "unpin" : "pin", view.pinned() ? Icons.UNPIN : Icons.PIN, KeyCode.P, "",
                        () -> pin(view, !view.pinned())),
                work("ask-again", Icons.ASK_AGAIN, KeyCode.R, "", () -> askAgain(view)),
                deed("fetch-by-hand", Icons.FETCH, KeyCode.B, "", () -> fetchByHand(view)),
                deed("open-appointment", Icons.OPEN_IN_VIEWER, KeyCode.V,
                        viewer().canOpen(view, null) ? "" : texts.get("today.whyNot.open"),
                        () -> viewer().open(view, null)));
    }

    List<Deed> ofPrior(AppointmentView view, PriorView prior) {
        List<Deed> deeds = new ArrayList<>();
        if (prior.state() == PriorState.HOLD) {
            deeds.add(deed("decide", Icons.REVIEW, KeyCode.ENTER, "",
                    () -> workplace.navigator().open(ScreenId.REVIEW)));
        }
        deeds.add(work("fetch-prior", Icons.FETCH_NOW, KeyCode.F, whyNotTake(prior), () -> take(view, prior)));
        deeds.add(work("skip-prior", Icons.SKIP, KeyCode.S, whyNotSkip(prior), () -> skip(view, prior)));
        deeds.add(deed("open-prior", Icons.OPEN_IN_VIEWER, KeyCode.V,
                viewer().canOpen(view, prior) ? "" : texts.get("today.whyNot.openPrior"),
                () -> viewer().open(view, prior)));
        return deeds;
    }

    /** What only an engine can do. */
    private Deed work(String id, Icons icon, KeyCode key, String whyNot, Runnable action) {
        return deed(id, icon, key, reach.isLost() ? texts.get("today.whyNot.lost") : whyNot, action);
    }

    private Deed deed(String id, Icons icon, KeyCode key, String whyNot, Runnable action) {
        return new Deed(id, texts.get("today.deed." + id), icon, key, whyNot, action);
    }

    private ViewerActions viewer() {
        return workplace.viewer();
    }

    private String whyNotFetch(AppointmentView view) {
        boolean missing = view.priors().stream().anyMatch(TodayDeeds::isMissing);
        return missing || view.verdict() == ReadinessVerdict.UNREACHABLE ? "" : texts.get("today.whyNot.fetch");
    }

    private static boolean isMissing(PriorView prior) {
        return switch (prior.state()) {
            case FETCH, PARTIAL, FAILED -> true;
            case PRESENT, SKIP, HOLD -> false;
        };
    }

    private String whyNotFirst(AppointmentView view, Set<String> waiting) {
        boolean waits = view.priors()
                .stream()
                .anyMatch(prior -> prior.state() == PriorState.FETCH && waiting.contains(prior.studyUid()));
        return waits ? "" : texts.get("today.whyNot.first");
    }

    private String whyNotTake(PriorView prior) {
        if (prior.source().equals(StudyRef.PACS)) {
            return texts.get("today.whyNot.here");
        }
        return switch (prior.state()) {
            case SKIP, PARTIAL, FAILED -> "";
            case PRESENT -> texts.get("today.whyNot.here");
            case FETCH -> texts.get("today.whyNot.onItsWay");
            case HOLD -> texts.get("today.whyNot.held");
        };
    }

    private String whyNotSkip(PriorView prior) {
        return switch (prior.state()) {
            case FETCH, PARTIAL, FAILED -> "";
            case PRESENT -> texts.get("today.whyNot.here");
            case SKIP -> texts.get("today.whyNot.skipped");
            case HOLD -> texts.get("today.whyNot.held");
        };
    }

    private void fetch(AppointmentView view) {
        submit(new FetchNow(view.id()),
                count -> tell(Mark.FETCHING, count == 0 ? "today.told.asked" : "today.told.fetching", count));
    }

    private void putFirst(AppointmentView view) {
        submit(new PutFirst(view.id()), count -> tell(Mark.FETCHING, "today.told.first", count));
    }

    private void pin(AppointmentView view, boolean pinned) {
        submit(new Pin(view.id(), pinned),
                now -> tell(Mark.NONE, now ? "today.told.pinned" : "today.told.unpinned", view.id()));
    }

    private void askAgain(AppointmentView view) {
        submit(new QueryAgain(view.id()), known -> {
            if (known) {
                tell(Mark.WAITING, "today.told.asked", 0);
            } else {
                refused(Message.of("runtime.unknownAppointment"));
            }
        });
    }

    private void fetchByHand(AppointmentView view) {
        workplace.navigator()
                .open(new Visit.ToFetch(view.patient().key().patientId(), view.patient().patientName(), view.id()));
    }

    private void take(AppointmentView view, PriorView prior) {
        submit(new TakePrior(view.id(), prior.studyUid(), prior.source()),
                _ -> tell(Mark.FETCHING, "today.told.taken", title(prior)));
    }

    private void skip(AppointmentView view, PriorView prior) {
        submit(new SkipPrior(view.id(), prior.studyUid(), null),
                _ -> workplace.teller()
                        .tell(notice(Mark.NONE, "today.told.skipped", title(prior)), texts.get("today.undo"),
                                () -> take(view, prior)));
    }

    private String title(PriorView prior) {
        return prior.studyDescription().isBlank() ? texts.get("today.prior.untitled") : prior.studyDescription();
    }

    private <R> void submit(EngineCommand<R> command, Consumer<R> answered) {
        workplace.commands().submit(command, answered, this::refused);
    }

    private void tell(Mark mark, String key, Object arg) {
        workplace.teller().tell(notice(mark, key, arg));
    }

    private Notice notice(Mark mark, String key, Object arg) {
        return new Notice(mark, texts.get(key, arg), "");
    }

    private void refused(Message why) {
        workplace.teller().tell(new Notice(Mark.FAILED, texts.get("today.refused"), texts.of(why)));
    }
}
