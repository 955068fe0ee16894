package org.priorfetch.app.panel;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.StringJoiner;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.ViewerActions;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferState;

/** Puts a prior into words: what, how old, where from, how much, and why. */
final class PriorWords {

    private static final int WEEK = 7;
    private static final int MONTHS_IN_WORDS = 24;

    private final Texts texts;
    private final Formats formats;
    private final ViewerActions viewer;

    PriorWords(Texts texts, Formats formats, ViewerActions viewer) {
        this.texts = texts;
        this.formats = formats;
        this.viewer = viewer;
    }

    PanelLine.Prior line(PanelItem.Prior item) {
        PriorView prior = item.prior();
        String title = prior.studyDescription().isBlank() ? texts.get("panel.prior.untitled")
                : prior.studyDescription();
        LocalDate date = prior.studyDate();
        String age = date == null ? texts.get("panel.prior.undated") : age(date);
        String facts = facts(prior);
        String reason = reason(item);
        return new PanelLine.Prior(mark(item), progress(prior), List.copyOf(prior.modalities()), title, age,
                date == null ? "" : formats.date(date), facts, reason, prior.state() == PriorState.SKIP,
                PanelActions.canFetch(item), prior.state() == PriorState.HOLD,
                viewer.canOpen(item.appointment(), prior),
                String.join(", ", title, age, texts.get("panel.prior.state", prior.state()), facts, reason));
    }

    /** In the largest unit that still says something. */
    private String age(LocalDate date) {
        LocalDate today = formats.today();
        long days = ChronoUnit.DAYS.between(date, today);
        long months = ChronoUnit.MONTHS.between(date, today);
        if (days < WEEK) {
            return texts.get("panel.age.days", days);
        }
        if (months == 0) {
            return texts.get("panel.age.weeks", days / WEEK);
        }
        return months < MONTHS_IN_WORDS
                ? texts.get("panel.age.months", months)
                : texts.get("panel.age.years", ChronoUnit.YEARS.between(date, today));
    }

    private String facts(PriorView prior) {
        StringJoiner facts = new StringJoiner(" · ");
        facts.add(prior.source().equals(StudyRef.PACS) ? texts.get("common.pacs") : prior.source());
        if (prior.isSlow()) {
            facts.add(texts.get("common.availability", prior.availability()));
        }
        if (prior.expected() >= 0) {
            facts.add(images(prior));
        }
        Long bytes = prior.bytes();
        if (bytes != null && bytes > 0) {
            facts.add(formats.size(bytes));
        }
        if (prior.state() == PriorState.FETCH && prior.delivered() > 0 && prior.expected() > 0) {
            facts.add(formats.percent(progress(prior)));
        }
        return facts.toString();
    }

    private String images(PriorView prior) {
        boolean whole = prior.delivered() == prior.expected() || prior.delivered() <= 0;
        return whole
                ? texts.get("panel.prior.images", prior.expected())
                : texts.get("panel.prior.imagesOf", prior.delivered(), prior.expected());
    }

    /** Why it waits comes before why it is wanted. */
    private String reason(PanelItem.Prior item) {
        TransferView transfer = item.transfer();
        Reason waits = transfer != null && isWaiting(item) ? transfer.reason() : null;
        String wanted = texts.of(item.prior().reason());
        return waits == null ? wanted : texts.get("panel.prior.waits", texts.of(waits), wanted);
    }

    private static Mark mark(PanelItem.Prior item) {
        return isWaiting(item) || item.prior().isSlow() ? Mark.WAITING : Mark.of(item.prior().state());
    }

    private static boolean isWaiting(PanelItem.Prior item) {
        TransferView transfer = item.transfer();
        return item.prior().state() == PriorState.FETCH && transfer != null
                && transfer.state() == TransferState.WAITING;
    }

    private static double progress(PriorView prior) {
        return prior.expected() <= 0 ? 0 : Math.min(1, (double) prior.delivered() / prior.expected());
    }
}
