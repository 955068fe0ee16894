package org.priorfetch.app.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.shape.Arc;
import javafx.scene.shape.Circle;
import javafx.scene.shape.SVGPath;

import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/** Draws a {@link Mark}; grows with the font, and says in words what it shows. */
public final class MarkIcon extends Label {

    private static final String OCTAGON_WITH_CROSS = "M5.3 1h5.4L15 5.3v5.4L10.7 15H5.3L1 10.7V5.3z"
            + "M5.8 4.7L4.7 5.8 6.9 8 4.7 10.2 5.8 11.3 8 9.1 10.2 11.3 11.3 10.2 9.1 8 11.3 5.8 10.2 4.7 8 6.9z";
    private static final double BASE = 13;
    private static final double RING_RADIUS = 6.5;
    private static final double RING_WIDTH = 2.5;
    private static final double TOP = 90;

    private final Arc filled = new Arc();
    private @Nullable Mark mark;

    public MarkIcon() {
        getStyleClass().add("mark");
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /**
     * Shows a mark.
     *
     * @param progress between 0 and 1; how far the ring of {@link Mark#FETCHING} is filled
     * @param words what the mark means here
     */
    public void show(Mark newMark, double progress, String words) {
        setAccessibleText(words);
        filled.setLength(-360 * progress);
        if (newMark == mark) {
            return;
        }
        if (mark != null) {
            getStyleClass().remove(mark.styleClass());
        }
        mark = newMark;
        getStyleClass().add(newMark.styleClass());
        draw(newMark);
    }

    private void draw(Mark shape) {
        switch (shape) {
            case READY -> Icons.READY.on(this, 0.9);
            case HELD -> Icons.HELD.on(this, 0.9);
            case UNREACHABLE -> Icons.UNREACHABLE.on(this, 0.9);
            case PARTIAL -> Icons.PARTIAL.on(this, 0.9);
            case NONE -> Icons.NONE.on(this, 0.9);
            case WAITING -> Icons.WAITING.on(this, 0.9);
            case FETCHING -> setGraphic(ring());
            case FAILED -> setGraphic(octagon());
        }
        if (getGraphic() instanceof FontIcon icon) {
            icon.getStyleClass().add("mark-shape");
        }
    }

    private Node ring() {
        Circle track = new Circle();
        track.getStyleClass().add("ring-track");
        track.setFill(null);
        track.radiusProperty().bind(scaled(RING_RADIUS));
        track.strokeWidthProperty().bind(scaled(RING_WIDTH));
        filled.getStyleClass().setAll("ring-filled");
        filled.setFill(null);
        filled.setStartAngle(TOP);
        filled.radiusXProperty().bind(scaled(RING_RADIUS));
        filled.radiusYProperty().bind(scaled(RING_RADIUS));
        filled.strokeWidthProperty().bind(scaled(RING_WIDTH));
        return new Group(track, filled);
    }

    private Node octagon() {
        SVGPath path = new SVGPath();
        path.setContent(OCTAGON_WITH_CROSS);
        path.getStyleClass().add("mark-shape");
        path.scaleXProperty().bind(scaled(1));
        path.scaleYProperty().bind(scaled(1));
        return new Group(path);
    }

    private ObservableValue<Double> scaled(double length) {
        return fontProperty().map(font -> length * font.getSize() / BASE);
    }
}
