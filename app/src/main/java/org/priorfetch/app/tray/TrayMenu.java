package org.priorfetch.app.tray;

import java.awt.Menu;
import java.awt.MenuItem;
import java.awt.PopupMenu;
import java.util.function.Consumer;

import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.i18n.Texts;

/** The menu of the icon, written anew when it changes. Used on AWT's thread. */
final class TrayMenu {

    private final PopupMenu popup = new PopupMenu();
    private final Texts texts;
    private final TrayOwner owner;

    TrayMenu(Texts texts, TrayOwner owner) {
        this.texts = texts;
        this.owner = owner;
    }

    PopupMenu popup() {
        return popup;
    }

    void show(TrayView.Choices choices) {
        popup.removeAll();
        popup.add(item("tray.menu.open", TrayOwner::open));
        popup.add(item("tray.menu.fetch", TrayOwner::fetchByHand));
        if (!choices.viewerEntries().isEmpty()) {
            popup.add(viewer(choices));
        }
        popup.addSeparator();
        if (choices.paused()) {
            popup.add(item("tray.menu.goOn", TrayOwner::goOn));
        }
        if (!choices.paused() || choices.pausedUntil() != null) {
            popup.add(item("tray.menu.pauseHour", TrayOwner::pauseForAnHour));
            popup.add(item("tray.menu.pauseTomorrow", TrayOwner::pauseUntilTomorrow));
        }
        popup.addSeparator();
        popup.add(item("tray.menu.quit", TrayOwner::quit));
    }

    private Menu viewer(TrayView.Choices choices) {
        Menu menu = new Menu(texts.get("tray.menu.viewer"));
        for (ViewerEntry entry : choices.viewerEntries()) {
            menu.add(doing(new MenuItem(entry.text()), asked -> asked.openInViewer(entry.id())));
        }
        return menu;
    }

    private MenuItem item(String key, Consumer<TrayOwner> action) {
        return doing(new MenuItem(texts.get(key)), action);
    }

    private MenuItem doing(MenuItem item, Consumer<TrayOwner> action) {
        item.addActionListener(_ -> FxToolkit.run(() -> action.accept(owner)));
        return item;
    }
}
