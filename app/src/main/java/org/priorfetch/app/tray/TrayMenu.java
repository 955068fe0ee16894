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
    private final TrayOwner owner;

    TrayMenu(TrayOwner owner) {
        this.owner = owner;
    }

    PopupMenu popup() {
        return popup;
    }

    void show(TrayView.Choices choices) {
        Texts texts = choices.texts();
        popup.removeAll();
        popup.add(item(texts.get("tray.menu.open"), TrayOwner::open));
        popup.add(item(texts.get("tray.menu.fetch"), TrayOwner::fetchByHand));
        if (!choices.viewerEntries().isEmpty()) {
            popup.add(viewer(choices));
        }
        popup.addSeparator();
        if (choices.paused()) {
            popup.add(item(texts.get("tray.menu.goOn"), TrayOwner::goOn));
        }
        if (!choices.paused() || choices.pausedUntil() != null) {
            popup.add(item(texts.get("tray.menu.pauseHour"), TrayOwner::pauseForAnHour));
            popup.add(item(texts.get("tray.menu.pauseTomorrow"), TrayOwner::pauseUntilTomorrow));
        }
        popup.addSeparator();
        popup.add(item(texts.get("tray.menu.quit"), TrayOwner::quit));
    }

    private Menu viewer(TrayView.Choices choices) {
        Menu menu = new Menu(choices.texts().get("tray.menu.viewer"));
        for (ViewerEntry entry : choices.viewerEntries()) {
            menu.add(doing(new MenuItem(entry.text()), asked -> asked.openInViewer(entry.id())));
        }
        return menu;
    }

    private MenuItem item(String words, Consumer<TrayOwner> action) {
        return doing(new MenuItem(words), action);
    }

    private MenuItem doing(MenuItem item, Consumer<TrayOwner> action) {
        item.addActionListener(_ -> FxToolkit.run(() -> action.accept(owner)));
        return item;
    }
}
