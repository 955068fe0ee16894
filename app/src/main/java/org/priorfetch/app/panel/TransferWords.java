package org.priorfetch.app.panel;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;

import org.priorfetch.app.controls.Formats;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferState;

/** Puts a running transfer into words. */
final class TransferWords {

    private static final int SHOWN = 3;
    private static final double UNKNOWN = -1;

    private final Texts texts;
    private final Formats formats;

    TransferWords(Texts texts, Formats formats) {
        this.texts = texts;
        this.formats = formats;
    }

    PanelTransfers transfers(List<TransferView> all) {
        List<TransferView> running = all.stream()
                .filter(view -> view.state().isUnderWay())
                .sorted(Comparator.comparingLong(TransferView::id))
                .toList();
        List<TransferView> waiting = all.stream()
                .filter(view -> !view.state().isTerminal() && !view.state().isUnderWay())
                .toList();
        return new PanelTransfers(running.stream().limit(SHOWN).map(this::glance).toList(),
                rest(running, waiting));
    }

    private String rest(List<TransferView> running, List<TransferView> waiting) {
        StringJoiner rest = new StringJoiner(" · ");
        if (running.size() > SHOWN) {
            rest.add(texts.get("panel.transfers.more", running.size() - SHOWN));
        }
        if (!waiting.isEmpty()) {
            rest.add(texts.get("panel.transfers.waiting", waiting.size()));
        }
        if (running.isEmpty()) {
            waiting.stream()
                    .map(TransferView::reason)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(texts::of)
                    .ifPresent(rest::add);
        }
        return rest.toString();
    }

    private TransferGlance glance(TransferView view) {
        String study = view.studyDescription().isBlank()
                ? texts.get("panel.prior.untitled")
                : view.studyDescription();
        String figures = figures(view);
        String note = note(view);
        return new TransferGlance(view.source(), study, view.expected() > 0 ? view.progress() : UNKNOWN, figures, note,
                String.join(", ", study, view.source(), figures, note));
    }

    private String figures(TransferView view) {
        StringJoiner figures = new StringJoiner(" · ");
        if (view.expected() > 0) {
            figures.add(formats.percent(view.progress()));
        }
        if (view.state() == TransferState.VERIFYING) {
            figures.add(texts.get("panel.transfer.verifying"));
        } else if (view.bytesPerSecond() > 0) {
            figures.add(formats.rate(view.bytesPerSecond()));
        }
        Long eta = view.etaSeconds();
        if (eta != null && view.state() == TransferState.RUNNING) {
            figures.add(formats.duration(eta));
        }
        return figures.toString();
    }

    private String note(TransferView view) {
        Reason slow = view.slowBecause();
        if (slow != null) {
            return texts.get("panel.transfer.slow", texts.of(slow));
        }
        Reason reason = view.reason();
        return reason == null ? "" : texts.of(reason);
    }
}
