package org.priorfetch.app.panel;

import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;

/** Lets a window without a frame be moved by a part of it. */
final class DragHandle {

    private Point2D grip = Point2D.ZERO;

    private DragHandle() {}

    static void on(Node part, Stage stage) {
        DragHandle handle = new DragHandle();
        part.addEventHandler(MouseEvent.MOUSE_PRESSED,
                event -> handle.grip = new Point2D(event.getScreenX() - stage.getX(),
                        event.getScreenY() - stage.getY()));
        part.addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> {
            stage.setX(event.getScreenX() - handle.grip.getX());
            stage.setY(event.getScreenY() - handle.grip.getY());
        });
    }
}
