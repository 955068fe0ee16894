package org.priorfetch.app.fetch;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.priorfetch.app.controls.Chip;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.ModalityChips;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.Presence;

/** Fills the cells of what was found: with words, with boxes to choose it, with chips. */
final class HitCells {

    private final Choice choice;
    private final OrderBook orders;
    private final HitWords words;
    private final Texts texts;

    HitCells(Choice choice, OrderBook orders, HitWords words, Texts texts) {
        this.choice = choice;
        this.orders = orders;
        this.words = words;
        this.texts = texts;
    }

    static void say(HitCell cell, String words) {
        cell.setText(words);
        cell.setTooltip(words.isEmpty() ? null : new Tooltip(words));
    }

    void first(HitCell cell, Hit hit) {
        switch (hit) {
            case Hit.OfStudy study -> cell.setGraphic(box(study, study.isFetchable()));
            case Hit.OfSeries series -> cell.setGraphic(box(series, series.study().isFetchable()));
            case Hit.OfPatient _,Hit.Remark _ -> {
            }
        }
        say(cell, words.first(hit));
    }

    private CheckBox box(Hit hit, boolean fetchable) {
        CheckBox box = new CheckBox();
        box.setSelected(choice.isChosen(hit));
        box.setIndeterminate(hit instanceof Hit.OfStudy study && choice.isPartlyChosen(study));
        box.setDisable(!fetchable);
        box.setFocusTraversable(false);
        box.setAccessibleText(texts.get("fetch.choose"));
        box.setOnAction(_ -> choice.toggle(hit));
        return box;
    }

    void modality(HitCell cell, Hit hit) {
        ModalityChips chips = new ModalityChips();
        switch (hit) {
            case Hit.OfStudy study -> chips.show(study.study().modalities());
            case Hit.OfSeries series when !series.series().modality().isEmpty() ->
                chips.show(List.of(series.series().modality()));
            case Hit.OfSeries _,Hit.OfPatient _,Hit.Remark _ -> {
                return;
            }
        }
        cell.setGraphic(chips);
    }

    void state(HitCell cell, Hit hit) {
        if (!(hit instanceof Hit.OfStudy study)) {
            return;
        }
        Optional<OrderLine> order = orders.of(study);
        String said = words.state(hit);
        if (order.isPresent()) {
            OrderLine line = order.get();
            cell.setGraphic(chip(line.mark(), Math.max(0, line.progress()), said));
            cell.setTooltip(new Tooltip(said));
        } else if (!said.isEmpty()) {
            cell.setGraphic(chip(mark(study.presence()), 0, said));
        }
    }

    private static Label chip(Mark mark, double progress, String words) {
        Chip chip = new Chip();
        chip.show(mark, progress, words);
        return chip;
    }

    private static Mark mark(Presence presence) {
        return switch (presence) {
            case HERE -> Mark.READY;
            case PARTLY -> Mark.PARTIAL;
            case ABSENT -> Mark.NONE;
            case UNKNOWN -> Mark.UNREACHABLE;
        };
    }
}
