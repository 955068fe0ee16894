package org.priorfetch.app.rules;

import javafx.scene.control.TextField;

import org.controlsfx.control.textfield.TextFields;

/** Several modalities in one line, completed while they are typed. */
final class ModalityField extends TextField {

    ModalityField() {
        TextFields.bindAutoCompletion(this, request -> Modalities.completed(request.getUserText()));
    }
}
