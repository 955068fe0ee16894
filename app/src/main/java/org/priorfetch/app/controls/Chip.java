package org.priorfetch.app.controls;

import javafx.animation.FadeTransition;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.util.Duration;

/** A mark with its words. What asks for a person's attention stands out; the rest is quiet. */
public final class Chip extends Label {

    private static final PseudoClass ATTENTION = PseudoClass.getPseudoClass("attention");
    private static final Duration FADE = Duration.millis(150);
    private static final double FAINT = 0.3;

    private final MarkIcon icon = new MarkIcon();
    private final FadeTransition fade = new FadeTransition(FADE, this);

    public Chip() {
        getStyleClass().add("chip");
        setGraphic(icon);
        fade.setFromValue(FAINT);
        fade.setToValue(1);
    }

    public void show(Mark mark, double progress, String words) {
        icon.show(mark, progress, words);
        setText(words);
        pseudoClassStateChanged(ATTENTION, mark.asksForAttention());
    }

    /** Shows softly that something has just changed. */
    public void announce() {
        fade.playFromStart();
    }

    /** As it is, without any softness: it stands for another thing now. */
    public void settle() {
        fade.stop();
        setOpacity(1);
    }
}
