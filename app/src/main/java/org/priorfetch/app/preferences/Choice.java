package org.priorfetch.app.preferences;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import javafx.beans.property.Property;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.stage.Window;
import javafx.util.StringConverter;

/**
 * A box of choices that writes what is chosen into the profile at once.
 *
 * @param <V> what is chosen
 */
final class Choice<V> extends ComboBox<V> {

    Choice(String id, List<V> values, Function<V, String> words) {
        setId(id);
        getItems().setAll(values);
        setConverter(new StringConverter<>() {

            @Override
            public String toString(V value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public V fromString(String text) {
                throw new UnsupportedOperationException("Nothing is written here");
            }
        });
    }

    /** Shows and changes one component of a section of the profile. A value that is none of the choices becomes one. */
    <S> Choice<V> of(Property<S> section, Function<S, V> read, BiFunction<S, V, S> write) {
        show(read.apply(section.getValue()));
        whileShown(this, section).subscribe(settings -> {
            if (settings != null) {
                show(read.apply(settings));
            }
        });
        valueProperty().addListener((_, _, chosen) -> {
            if (chosen != null && !chosen.equals(read.apply(section.getValue()))) {
                section.setValue(write.apply(section.getValue(), chosen));
            }
        });
        return this;
    }

    /** What lives longer than a node is listened to only while the node is to be seen. */
    static <T> ObservableValue<T> whileShown(Node node, ObservableValue<T> value) {
        return value.when(node.sceneProperty()
                .flatMap(Scene::windowProperty)
                .flatMap(Window::showingProperty)
                .orElse(false));
    }

    private void show(V value) {
        if (!getItems().contains(value)) {
            getItems().add(value);
        }
        setValue(value);
    }
}
