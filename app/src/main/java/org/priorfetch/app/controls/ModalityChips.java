package org.priorfetch.app.controls;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** Modalities as small labels beside each other. */
public final class ModalityChips extends HBox {

    private List<String> shown = List.of();

    public ModalityChips() {
        getStyleClass().add("modalities");
        setAlignment(Pos.CENTER_LEFT);
    }

    public void show(Collection<String> modalities) {
        List<String> wanted = List.copyOf(modalities);
        if (wanted.equals(shown)) {
            return;
        }
        shown = wanted;
        List<Label> chips = new ArrayList<>();
        for (String modality : wanted) {
            Label chip = new Label(modality);
            chip.getStyleClass().add("modality");
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chips.add(chip);
        }
        getChildren().setAll(chips);
    }
}
