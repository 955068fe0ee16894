package org.priorfetch.app.shell;

import java.util.List;

import javafx.event.EventHandler;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import javafx.util.Subscription;

/** Takes the menus and popups of a window away before the window goes: the toolkit fails where it has to do so itself. */
final class Popups {

    private Popups() {}

    static Subscription goWith(Stage stage) {
        EventHandler<WindowEvent> hiding = event -> {
            if (stage.equals(event.getTarget())) {
                hideAll(stage);
            }
        };
        stage.addEventHandler(WindowEvent.WINDOW_HIDING, hiding);
        return () -> stage.removeEventHandler(WindowEvent.WINDOW_HIDING, hiding);
    }

    private static void hideAll(Window owner) {
        List.copyOf(Window.getWindows())
                .stream()
                .filter(PopupWindow.class::isInstance)
                .map(PopupWindow.class::cast)
                .filter(popup -> owner.equals(popup.getOwnerWindow()))
                .forEach(PopupWindow::hide);
    }
}
