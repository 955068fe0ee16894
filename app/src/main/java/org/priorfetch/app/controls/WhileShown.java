package org.priorfetch.app.controls;

import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.stage.Window;

import org.jspecify.annotations.Nullable;

/** Lets a node listen to what outlives it without being held by it: a window that was closed is to be freed. */
public final class WhileShown {

    private WhileShown() {}

    /** The value, listened to only while the node is to be seen; brought up to date when it comes to be seen again. */
    public static <T extends @Nullable Object> ObservableValue<T> of(Node node, ObservableValue<T> value) {
        return value.when(node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false));
    }
}
