package org.priorfetch.app.controls;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

import org.priorfetch.engine.model.Patient;

/** Whether patients' names may be read on the screen, and what stands there when not. */
public final class Privacy {

    private final BooleanProperty namesHidden = new SimpleBooleanProperty(this, "namesHidden");

    public BooleanProperty namesHiddenProperty() {
        return namesHidden;
    }

    public void toggle() {
        namesHidden.set(!namesHidden.get());
    }

    /** The name, its initials while names are hidden, or the ID where there is no name. */
    public String name(Patient patient) {
        String name = namesHidden.get()
                ? PatientNames.initials(patient.patientName())
                : PatientNames.full(patient.patientName());
        return name.isEmpty() ? patient.key().patientId() : name;
    }
}
