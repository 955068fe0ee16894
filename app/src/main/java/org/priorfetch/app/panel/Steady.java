package org.priorfetch.app.panel;

import javafx.scene.layout.Region;

/**
 * Keeps to itself what changes in its content: that is laid out anew without asking the list around it for another height.
 */
final class Steady extends Region {

    private final Region content;
    private double height = -1;

    Steady(Region content) {
        this.content = content;
        content.setManaged(false);
        getChildren().add(content);
    }

    /** The content has another form now, and may need another height. */
    void measureAnew() {
        height = -1;
        requestLayout();
    }

    @Override
    protected double computePrefHeight(double width) {
        if (height < 0) {
            content.applyCss();
            height = content.prefHeight(-1);
        }
        return height;
    }

    @Override
    protected void layoutChildren() {
        content.resizeRelocate(0, 0, getWidth(), getHeight());
    }
}
