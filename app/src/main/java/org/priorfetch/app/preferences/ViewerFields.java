package org.priorfetch.app.preferences;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;

import org.priorfetch.app.controls.LeavingByTab;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.viewer.LaunchProfile;
import org.priorfetch.viewer.LaunchProfile.Kind;
import org.priorfetch.viewer.LaunchProfile.Opens;

/** The fields in which a profile is written. */
final class ViewerFields {

    private static final int ARGUMENT_ROWS = 4;

    private final TextField name = new TextField();
    private final Choice<Kind> kind;
    private final Choice<Opens> opens;
    private final TextField target = new TextField();
    private final TextArea arguments = new TextArea();
    private boolean filling;

    /** @param edited told of every change that a person makes */
    ViewerFields(Texts texts, Consumer<LaunchProfile> edited) {
        kind = new Choice<>("viewer-kind", List.of(Kind.values()),
                value -> texts.get("preferences.viewer.kind", value));
        opens = new Choice<>("viewer-opens", List.of(Opens.values()),
                value -> texts.get("preferences.viewer.opens", value));
        name.setId("viewer-name");
        target.setId("viewer-target");
        arguments.setId("viewer-arguments");
        arguments.setPrefRowCount(ARGUMENT_ROWS);
        LeavingByTab.from(arguments);
        LeavingByTab.from(arguments);
        Stream.<ObservableValue<?>>of(name.textProperty(), kind.valueProperty(), opens.valueProperty(),
                target.textProperty(),
                arguments.textProperty())
                .forEach(property -> property.addListener((_, _, _) -> tell(edited)));
    }

    void fill(LaunchProfile profile) {
        if (kind.getValue() != null && profile.equals(profile())) {
            return;
        }
        filling = true;
        name.setText(profile.name());
        kind.setValue(profile.kind());
        opens.setValue(profile.opens());
        target.setText(profile.target());
        arguments.setText(String.join("\n", profile.arguments()));
        filling = false;
    }

    /** While locked, everything can be read and nothing changed. */
    void lock(boolean locked) {
        name.setEditable(!locked);
        target.setEditable(!locked);
        arguments.setEditable(!locked);
        kind.setDisable(locked);
        opens.setDisable(locked);
    }

    TextField name() {
        return name;
    }

    Choice<Kind> kind() {
        return kind;
    }

    Choice<Opens> opens() {
        return opens;
    }

    TextField target() {
        return target;
    }

    TextArea arguments() {
        return arguments;
    }

    private void tell(Consumer<LaunchProfile> edited) {
        if (!filling) {
            edited.accept(profile());
        }
    }

    private LaunchProfile profile() {
        List<String> each = kind.getValue() == Kind.URL
                ? List.of()
                : arguments.getText().lines().filter(line -> !line.isBlank()).toList();
        return new LaunchProfile(name.getText(), kind.getValue(), opens.getValue(), target.getText().strip(), each);
    }
}
