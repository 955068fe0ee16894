package org.priorfetch.app.rules;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

import javafx.beans.InvalidationListener;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

import org.controlsfx.control.CheckComboBox;
import org.priorfetch.app.i18n.Texts;

/** Several values of a list, chosen by check marks; what is chosen stands below in words. */
final class ManyField<T> extends VBox {

    private final CheckComboBox<T> box = new CheckComboBox<>();
    private final Label chosen = new Label();
    private final Function<T, String> words;
    private final String none;
    private Runnable onChange = () -> {};

    /** @param none what is said when nothing is chosen */
    ManyField(String id, String title, Collection<T> all, Function<T, String> words, String none, Texts texts) {
        this.words = words;
        this.none = none;
        box.setId(id);
        box.setAccessibleText(title);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(all);
        box.setConverter(new StringConverter<>() {

            @Override
            public String toString(T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
                throw new UnsupportedOperationException("It is chosen, not typed");
            }
        });
        box.setTitle(texts.get("rules.choose"));
        box.setShowCheckedCount(true);
        chosen.setId(id + "-chosen");
        chosen.setWrapText(true);
        chosen.setMinHeight(USE_PREF_SIZE);
        chosen.getStyleClass().add("aside");
        getChildren().addAll(box, chosen);
        box.getCheckModel().getCheckedItems().addListener((InvalidationListener) _ -> {
            say();
            onChange.run();
        });
        say();
    }

    void onChange(Runnable action) {
        onChange = action;
    }

    CheckComboBox<T> box() {
        return box;
    }

    List<T> values() {
        return box.getCheckModel().getCheckedItems().stream().filter(Objects::nonNull).toList();
    }

    void set(Collection<T> values) {
        box.getCheckModel().clearChecks();
        values.forEach(box.getCheckModel()::check);
    }

    private void say() {
        List<T> values = values();
        chosen.setText(values.isEmpty() ? none : values.stream().map(words).collect(Collectors.joining(", ")));
    }
}
