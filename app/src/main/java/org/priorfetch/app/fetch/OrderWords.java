package org.priorfetch.app.fetch;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.TransferState;

/** Puts into words what became of an order. */
final class OrderWords {

    private static final double NO_BAR = -1;

    private final Texts texts;
    private final Formats formats;

    OrderWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    /** @param outOfDate whether nobody says any more how what has not ended goes on */
    OrderLine line(Order order, boolean outOfDate) {
        TransferView view = order.transfer();
        Message refusal = order.refusal();
        String title = title(order);
        if (refusal != null) {
            return new OrderLine(order, Mark.FAILED, title, texts.get("fetch.order.refused"), NO_BAR, "",
                    texts.of(refusal));
        }
        if (outOfDate && (view == null || !view.state().isTerminal())) {
            return new OrderLine(order, Mark.UNREACHABLE, title, texts.get("fetch.order.unknown"), NO_BAR, "", "");
        }
        if (view == null) {
            return new OrderLine(order, Mark.WAITING, title, texts.get("fetch.order.given"), NO_BAR, "", "");
        }
        boolean bar = !view.state().isTerminal() && view.expected() > 0;
        return new OrderLine(order, Mark.of(view.state()), title, state(view), bar ? view.progress() : NO_BAR,
                view.state().isUnderWay() ? figures(view) : "",
                view.reason() == null ? "" : texts.of(view.reason()));
    }

    private String state(TransferView view) {
        return view.state() == TransferState.COMPLETE
                ? texts.get("fetch.order.complete", formats.count(view.delivered()))
                : texts.get("fetch.order", view.state());
    }

    private String figures(TransferView view) {
        Long eta = view.etaSeconds();
        return Stream.of(formats.percent(view.progress()), formats.rate(view.bytesPerSecond()),
                eta == null ? "" : formats.duration(eta))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    private String title(Order order) {
        String description = order.study().study().studyDescription();
        String what = Stream.of(String.join("/", order.study().study().modalities()),
                description.isBlank() ? texts.get("fetch.untitled") : description,
                order.study().study().studyDate() == null ? ""
                        : formats.date(order.study().study().studyDate()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
        int series = order.seriesUids().size();
        return series == 0 ? what : texts.get("fetch.order.part", what, series);
    }
}
