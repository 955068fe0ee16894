package org.priorfetch.app.preferences;

import javafx.beans.property.ObjectProperty;
import javafx.scene.control.TextField;

import org.priorfetch.app.controls.WhileShown;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.profile.Person;
import org.priorfetch.app.screen.Workplace;

/** Who sits here, for the reading list of one's own. */
final class PersonGroup extends Group {

    private final ObjectProperty<Person> person;
    private final TextField name = new TextField();

    PersonGroup(Workplace workplace) {
        super(workplace.texts().get("preferences.person"), workplace.appearance());
        Texts texts = workplace.texts();
        person = workplace.profile().section(Person.SECTION, Person.class, Person.UNKNOWN);
        name.setId("person-name");
        show(person.get());
        WhileShown.of(this, person).subscribe(known -> {
            if (known != null) {
                show(known);
            }
        });
        name.textProperty().addListener(_ -> write());
        line(texts.get("preferences.person.name"), name, texts.get("preferences.person.hint"));
    }

    private String typed() {
        return name.getText().strip();
    }

    /** What is typed stays as it is typed, with its spaces. */
    private void show(Person known) {
        if (!known.name().equals(typed())) {
            name.setText(known.name());
        }
    }

    private void write() {
        if (!person.get().name().equals(typed())) {
            person.set(new Person(typed()));
        }
    }
}
