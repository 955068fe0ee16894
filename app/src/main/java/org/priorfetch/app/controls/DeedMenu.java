package org.priorfetch.app.controls;

import java.util.List;

import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCodeCombination;

/** A menu of deeds. Those that cannot be done say why. */
public final class DeedMenu {

    private DeedMenu() {}

    public static ContextMenu of(List<Deed> deeds) {
        return new ContextMenu(deeds.stream().map(DeedMenu::item).toArray(MenuItem[]::new));
    }

    public static MenuItem item(Deed deed) {
        MenuItem item = new MenuItem(deed.isPossible() ? deed.title() : deed.title() + " – " + deed.whyNot());
        item.setId("menu-" + deed.id());
        item.setDisable(!deed.isPossible());
        item.setOnAction(_ -> deed.action().run());
        if (deed.key() != null) {
            item.setAccelerator(new KeyCodeCombination(deed.key()));
        }
        return item;
    }
}
