package org.priorfetch.app.controls;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;

/** Whether a screen can ask the engine for anything. Used on the FX thread. */
public final class Reach {

    private final ReadOnlyBooleanWrapper lost = new ReadOnlyBooleanWrapper(this, "lost");

    /** The engine has ended. */
    public void lose() {
        lost.set(true);
    }

    /** The engine speaks. Whether it had been lost. */
    public boolean find() {
        boolean before = lost.get();
        lost.set(false);
        return before;
    }

    public boolean isLost() {
        return lost.get();
    }

    public ReadOnlyBooleanProperty lostProperty() {
        return lost.getReadOnlyProperty();
    }
}
