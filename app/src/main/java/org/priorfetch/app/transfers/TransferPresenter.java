package org.priorfetch.app.transfers;

import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferState;

/** Puts a transfer into words. */
final class TransferPresenter {

    private static final double NO_BAR = -1;

    private final Texts texts;
    private final Formats formats;
    private final Function<TransferView, String> patientOf;
    private boolean outOfDate;

    /** @param patientOf names the patient of the transfer's appointment; empty when unknown */
    TransferPresenter(Texts texts, Formats formats, Function<TransferView, String> patientOf) {
        this.texts = texts;
        this.formats = formats;
        this.patientOf = patientOf;
    }

    /** Whether nothing of what is known is new enough to be called so; what has ended stays as it ended. */
    void outOfDate(boolean now) {
        outOfDate = now;
    }

    TransferLine line(TransferView view) {
        return outOfDate && !view.state().isTerminal() ? lastKnown(present(view)) : present(view);
    }

    private TransferLine lastKnown(TransferLine line) {
        return new TransferLine(line.view(), false, Mark.UNREACHABLE, texts.get("transfers.gone.state"), line.study(),
                line.patient(), NO_BAR, "", line.size(), "", "", texts.get("transfers.gone.note", line.state()), "");
    }

    private TransferLine present(TransferView view) {
        boolean settled = view.state() == TransferState.COMPLETE || view.state() == TransferState.CANCELLED;
        boolean hasBar = !settled && view.expected() > 0 && (view.state().isUnderWay() || view.delivered() > 0);
        Long eta = view.etaSeconds();
        boolean running = view.state().isUnderWay();
        return new TransferLine(view, settled, Mark.of(view.state()), texts.get("transfers.state", view.state()),
                view.studyDescription().isBlank() ? texts.get("transfers.untitled") : view.studyDescription(),
                patientOf.apply(view), hasBar ? view.progress() : NO_BAR,
                hasBar ? formats.percent(view.progress()) : "", view.bytes() > 0 ? formats.size(view.bytes()) : "",
                running ? formats.rate(view.bytesPerSecond()) : "",
                eta == null || !running ? "" : formats.duration(eta), note(view),
                view.state().isTerminal() ? formats.since(view.updated()) : "");
    }

    /** What choosing a transfer would show. */
    String choose() {
        return texts.get("transfers.choose");
    }

    /** Why it stands as it stands, and what a person can do next. */
    String advice(TransferView view) {
        if (outOfDate && !view.state().isTerminal()) {
            return texts.get("transfers.gone.note", texts.get("transfers.state", view.state()));
        }
        Reason way = view.way();
        String note = way == null ? note(view)
                : Stream.of(note(view), texts.of(way))
                        .filter(said -> !said.isEmpty())
                        .collect(Collectors.joining(" · "));
        String next = texts.get("transfers.next", view.state());
        String advice = note.isEmpty() ? next : texts.get("transfers.advice", note, next);
        return view.bytesTwice() > 0
                ? texts.get("transfers.twice", advice, formats.size(view.bytesTwice()))
                : advice;
    }

    private String note(TransferView view) {
        Reason slow = view.slowBecause();
        if (view.state().isUnderWay() && slow != null) {
            return texts.get("transfers.slow", texts.of(slow));
        }
        Reason reason = view.reason();
        if (reason != null) {
            return texts.of(reason);
        }
        if (!view.state().isTerminal()) {
            return "";
        }
        String ended = formats.moment(view.updated());
        return slow == null ? ended : texts.get("transfers.took", ended, texts.of(slow));
    }
}
