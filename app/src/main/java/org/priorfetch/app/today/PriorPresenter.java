package org.priorfetch.app.today;

import java.time.LocalDate;
import java.util.List;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.PriorView;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.StudyRef;

/** Puts a candidate into words. */
final class PriorPresenter {

    private final Texts texts;
    private final Formats formats;

    PriorPresenter(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    PriorLine line(PriorView prior) {
        String title = prior.studyDescription().isBlank()
                ? texts.get("today.prior.untitled")
                : prior.studyDescription();
        return new PriorLine(title, List.copyOf(prior.modalities()), date(prior), source(prior),
                prior.isSlow() ? Mark.WAITING : Mark.of(prior.state()),
                progress(prior), state(prior), texts.of(prior.reason()), prior.state() == PriorState.SKIP);
    }

    private String date(PriorView prior) {
        LocalDate date = prior.studyDate();
        return date == null ? texts.get("today.prior.undated") : formats.date(date);
    }

    private String source(PriorView prior) {
        return prior.source().equals(StudyRef.PACS) ? texts.get("common.pacs") : prior.source();
    }

    private String state(PriorView prior) {
        String plain = texts.get("today.prior.state", prior.state());
        String state = prior.isSlow()
                ? texts.get("today.prior.stateAndImages", plain, texts.get("common.availability", prior.availability()))
                : plain;
        if (prior.expected() < 0 || prior.state() == PriorState.SKIP || prior.state() == PriorState.HOLD) {
            return state;
        }
        String images = prior.isHere()
                ? texts.get("today.prior.images", prior.expected())
                : texts.get("today.prior.imagesOf", prior.delivered(), prior.expected());
        return texts.get("today.prior.stateAndImages", state, images);
    }

    private static double progress(PriorView prior) {
        return prior.expected() <= 0 ? 0 : Math.min(1, (double) prior.delivered() / prior.expected());
    }
}
