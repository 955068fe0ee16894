package org.priorfetch.app.controls;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.priorfetch.engine.model.Patient;

/** Whether patients' names may be read on the screen, and what stands there when not. Used on the FX thread. */
public final class Privacy {

    /** Stands where a name is hidden. */
    public static final String HIDDEN_NAME = "•••";

    private final ObjectProperty<PrivacySettings> settings;
    private final BooleanProperty namesHidden;
    private final ReadOnlyObjectWrapper<NameDisplay> display;

    /** As it comes, with settings of its own. */
    public Privacy() {
        this(new SimpleObjectProperty<>(PrivacySettings.DEFAULT));
    }

    public Privacy(ObjectProperty<PrivacySettings> settings) {
        this.settings = settings;
        namesHidden = new SimpleBooleanProperty(this, "namesHidden", hiddenBySetting());
        display = new ReadOnlyObjectWrapper<>(this, "display", displayed());
        namesHidden.subscribe(_ -> display.set(displayed()));
        settings.subscribe((before, now) -> take(before.names(), now.names()));
    }

    /** True while nothing of a name is shown: by the key, by the idle time, or by the settings. */
    public BooleanProperty namesHiddenProperty() {
        return namesHidden;
    }

    /** How names stand at the moment. Whoever shows a name shows it anew when this changes. */
    public ReadOnlyObjectProperty<NameDisplay> displayProperty() {
        return display.getReadOnlyProperty();
    }

    public ObjectProperty<PrivacySettings> settingsProperty() {
        return settings;
    }

    public void toggle() {
        namesHidden.set(!namesHidden.get());
    }

    public void hide() {
        namesHidden.set(true);
    }

    /** What may be read of the name; the ID where there is no name. */
    public String name(Patient patient) {
        String name = switch (display.get()) {
            case FULL -> PatientNames.full(patient.patientName());
            case INITIALS -> PatientNames.initials(patient.patientName());
            case HIDDEN -> HIDDEN_NAME;
        };
        return name.isEmpty() ? patient.key().patientId() : name;
    }

    private void take(NameDisplay before, NameDisplay now) {
        if (before != now) {
            namesHidden.set(hiddenBySetting());
            display.set(displayed());
        }
    }

    private NameDisplay displayed() {
        if (namesHidden.get()) {
            return NameDisplay.HIDDEN;
        }
        return hiddenBySetting() ? NameDisplay.FULL : settings.get().names();
    }

    private boolean hiddenBySetting() {
        return settings.get().names() == NameDisplay.HIDDEN;
    }
}
