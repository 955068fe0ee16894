package org.priorfetch.app.tray;

import java.awt.AWTError;
import java.awt.AWTException;
import java.awt.EventQueue;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.SystemTray;
import java.awt.Toolkit;
import java.awt.TrayIcon;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.FxToolkit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The icon itself. Belongs to AWT's thread, but for what says otherwise. */
final class AwtIcon {

    private static final Logger LOG = LoggerFactory.getLogger(AwtIcon.class);
    private static final String NAME = "PriorFetch";
    private static final String HOST = "systemTray";

    private final TrayOwner owner;
    private final Consumer<Boolean> thereOrNot;
    private final TrayPainter painter;
    private final AtomicReference<@Nullable TrayView> wanted = new AtomicReference<>();
    private volatile boolean possible;
    private volatile boolean closed;
    private @Nullable SystemTray host;
    private @Nullable TrayMenu menu;
    private @Nullable TrayIcon icon;
    private @Nullable TrayView shown;

    /** @param thereOrNot hears, on AWT's thread, whether the icon is to be seen */
    AwtIcon(TrayOwner owner, Consumer<Boolean> thereOrNot) {
        this.owner = owner;
        this.thereOrNot = thereOrNot;
        painter = new TrayPainter(isMac());
    }

    /** Wakes AWT up, which takes a while; from a thread that may wait. */
    void start() {
        if (closed) {
            return;
        }
        System.setProperty("java.awt.headless", "false");
        System.setProperty("apple.awt.enableTemplateImages", "true");
        try {
            if (!GraphicsEnvironment.isHeadless()) {
                Toolkit.getDefaultToolkit(); // fails where the screen cannot be used after all
                possible = true;
                EventQueue.invokeLater(this::look);
                return;
            }
        } catch (AWTError | LinkageError unusable) {
            LOG.info("There can be no tray icon here: {}", unusable.getMessage());
        }
        thereOrNot.accept(false);
    }

    /** Whether AWT can be used here. From any thread. */
    boolean isPossible() {
        return possible;
    }

    /** What to show from now on. From any thread. */
    void want(TrayView view) {
        wanted.set(view);
        if (possible) {
            EventQueue.invokeLater(this::paint);
        }
    }

    /** Puts the icon up where there is a tray by now. */
    void look() {
        if (closed) {
            return;
        }
        if (host == null && SystemTray.isSupported()) {
            host = SystemTray.getSystemTray();
            host.addPropertyChangeListener(HOST, change -> hostChanged(change.getNewValue() != null));
        }
        thereOrNot.accept(host != null && SystemTray.isSupported() && putUp(host));
    }

    private void hostChanged(boolean there) {
        if (there) {
            look();
        } else {
            thereOrNot.accept(false);
        }
    }

    /** Also again, for a host that has come back. */
    private boolean putUp(SystemTray tray) {
        TrayIcon current = icon == null ? make(tray) : icon;
        icon = current;
        tray.remove(current);
        paint();
        try {
            tray.add(current);
            return true;
        } catch (AWTException refused) {
            LOG.info("The tray takes no icon: {}", refused.getMessage());
            return false;
        }
    }

    private TrayIcon make(SystemTray tray) {
        TrayPicture starting = TrayPicture.of(TrayState.starting());
        TrayMenu choices = new TrayMenu(owner);
        menu = choices;
        TrayIcon made = new TrayIcon(painter.paint(starting, tray.getTrayIconSize().height), NAME, choices.popup());
        made.setImageAutoSize(true);
        made.addMouseListener(new MouseAdapter() { // no ActionListener: both hear of one click

            @Override
            public void mouseClicked(MouseEvent event) {
                if (event.getButton() == MouseEvent.BUTTON1) {
                    clicked(event.getLocationOnScreen(), tray.getTrayIconSize().height);
                }
            }
        });
        return made;
    }

    private void clicked(Point point, int size) {
        FxToolkit.run(() -> owner.clicked(ScreenPlace.around(point, size)));
    }

    private void paint() {
        TrayView view = wanted.get();
        if (icon == null || menu == null || host == null || view == null || view.equals(shown)) {
            return;
        }
        if (shown == null || !view.picture().equals(shown.picture())) {
            icon.setImage(painter.paint(view.picture(), host.getTrayIconSize().height));
        }
        icon.setToolTip(view.tooltip());
        if (shown == null || !view.choices().equals(shown.choices())) {
            menu.show(view.choices());
        }
        shown = view;
    }

    void tell(String text) {
        if (icon != null) {
            icon.displayMessage(NAME, text, TrayIcon.MessageType.NONE);
        }
    }

    /** Takes the icon away; where AWT is still starting, none is put up. From any thread. */
    void close() {
        closed = true;
        if (possible) {
            EventQueue.invokeLater(this::takeDown);
        }
    }

    private void takeDown() {
        if (host != null && icon != null) {
            host.remove(icon);
            icon = null;
        }
    }

    private static boolean isMac() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("mac");
    }
}
