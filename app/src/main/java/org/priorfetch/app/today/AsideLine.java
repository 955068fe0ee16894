package org.priorfetch.app.today;

import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/** A text with a quieter one at the right edge; that one goes below where it would take more room than it leaves. */
final class AsideLine extends Region {

    private static final double GAP = 8;

    private final Region text;
    private final Label aside;

    AsideLine(Region text, Label aside) {
        this.text = text;
        this.aside = aside;
        getChildren().addAll(text, aside);
    }

    @Override
    public Orientation getContentBias() {
        return Orientation.HORIZONTAL;
    }

    @Override
    protected double computeMinWidth(double height) {
        return asideWidth();
    }

    @Override
    protected double computePrefWidth(double height) {
        return snapSizeX(text.prefWidth(-1)) + GAP + asideWidth();
    }

    @Override
    protected double computeMinHeight(double width) {
        return computePrefHeight(width);
    }

    @Override
    protected double computePrefHeight(double width) {
        double room = width < 0 ? prefWidth(-1) : width;
        double below = asideHeight();
        return isBelow(room) ? textHeight(room) + below : Math.max(textHeight(beside(room)), below);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth();
        double asideWidth = Math.min(asideWidth(), width);
        if (isBelow(width)) {
            double height = textHeight(width);
            text.resizeRelocate(0, 0, width, height);
            aside.resizeRelocate(0, height, asideWidth, asideHeight());
        } else {
            double room = beside(width);
            text.resizeRelocate(0, 0, room, textHeight(room));
            aside.resizeRelocate(width - asideWidth, 0, asideWidth, asideHeight());
        }
    }

    private boolean isBelow(double width) {
        return beside(width) < Math.min(asideWidth(), snapSizeX(text.prefWidth(-1)));
    }

    private double beside(double width) {
        return width - GAP - asideWidth();
    }

    private double textHeight(double width) {
        return snapSizeY(text.prefHeight(width));
    }

    private double asideWidth() {
        return snapSizeX(aside.prefWidth(-1));
    }

    private double asideHeight() {
        return snapSizeY(aside.prefHeight(-1));
    }
}
