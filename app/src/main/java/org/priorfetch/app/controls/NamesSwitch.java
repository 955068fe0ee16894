package org.priorfetch.app.controls;

import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import org.priorfetch.app.i18n.Texts;

/** Hides and shows patients' names: an eye to click, and the key H. */
public final class NamesSwitch extends Button {

    private static final KeyCodeCombination KEY = new KeyCodeCombination(KeyCode.H);

    public NamesSwitch(Privacy privacy, Texts texts) {
        setId("names");
        getStyleClass().addAll("button-icon", "flat");
        setMinWidth(Region.USE_PREF_SIZE);
        Tooltip tooltip = new Tooltip();
        setTooltip(tooltip);
        setOnAction(_ -> privacy.toggle());
        WhileShown.of(this, privacy.namesHiddenProperty()).subscribe(hidden -> {
            String action = texts.get(hidden ? "common.names.show" : "common.names.hide");
            (hidden ? Icons.NAMES_HIDDEN : Icons.NAMES_SHOWN).on(this);
            setAccessibleText(action);
            tooltip.setText(action);
        });
    }

    /** Lets the key do the same wherever in the scene nobody is writing. */
    public static void listen(Scene scene, Privacy privacy) {
        scene.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (KEY.match(event) && !isWriting(scene.getFocusOwner())) {
                privacy.toggle();
                event.consume();
            }
        });
    }

    private static boolean isWriting(Node focused) {
        return focused instanceof TextInputControl || focused instanceof Spinner<?>
                || (focused instanceof ComboBoxBase<?> box && box.isEditable());
    }
}
