package org.priorfetch.app.rules;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;

import org.priorfetch.app.i18n.Texts;

/** A number and in what it is counted. */
final class AgeField extends HBox {

    private final TextField number = new TextField();
    private final ComboBox<AgeUnit> unit = new ComboBox<>();
    private final ObjectProperty<AgeInput> age = new SimpleObjectProperty<>(AgeInput.NONE);

    AgeField(String id, String title, Texts texts) {
        getStyleClass().add("age-field");
        number.setId(id);
        number.setAccessibleText(title);
        number.setPrefColumnCount(4);
        unit.setId(id + "-unit");
        unit.setAccessibleText(texts.get("rules.unit"));
        unit.setMinWidth(Region.USE_PREF_SIZE);
        unit.getItems().setAll(AgeUnit.values());
        unit.setConverter(new StringConverter<>() {

            @Override
            public String toString(AgeUnit shown) {
                return shown == null ? "" : texts.get("rules.unit", shown);
            }

            @Override
            public AgeUnit fromString(String text) {
                throw new UnsupportedOperationException("It is chosen, not typed");
            }
        });
        getChildren().addAll(number, unit);
        age.subscribe(this::show);
        number.textProperty().addListener(_ -> take());
        unit.valueProperty().addListener(_ -> take());
    }

    ObjectProperty<AgeInput> ageProperty() {
        return age;
    }

    TextField number() {
        return number;
    }

    private void show(AgeInput shown) {
        if (shown.number().equals(number.getText()) && shown.unit() == unit.getValue()) {
            return;
        }
        unit.setValue(null); // so that a half of it is not taken for the whole
        number.setText(shown.number());
        unit.setValue(shown.unit());
    }

    private void take() {
        AgeUnit chosen = unit.getValue();
        if (chosen != null) {
            age.set(new AgeInput(number.getText(), chosen));
        }
    }
}
