package org.priorfetch.app.preferences;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

import javafx.beans.property.Property;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.priorfetch.app.controls.WhileShown;

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
        WhileShown.of(this, section).subscribe(settings -> {
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

    private void show(V value) {
        if (!getItems().contains(value)) {
            getItems().add(value);
        }
        setValue(value);
    }
}
