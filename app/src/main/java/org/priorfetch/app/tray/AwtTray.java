package org.priorfetch.app.tray;

import java.awt.EventQueue;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.bridge.Ticker;
import org.priorfetch.app.i18n.Texts;

/**
 * The icon by way of AWT, which is started aside so that no window waits for it. The icon comes late when the tray's host
 * does.
 */
public final class AwtTray implements Tray {

    private static final Duration LOOKED_FOR_EVERY = Duration.ofSeconds(5);

    private final TrayOwner owner;
    private final ZoneId zone;
    private final AwtIcon icon;
    private final Ticker looking;
    private @Nullable Boolean there;
    private TrayWords words;
    private TrayState state = TrayState.starting();
    private List<ViewerEntry> entries = List.of();
    private @Nullable TrayView shown;
    private boolean closed;

    public AwtTray(Texts texts, ZoneId zone, TrayOwner owner) {
        this.owner = owner;
        this.zone = zone;
        words = new TrayWords(texts, zone);
        icon = new AwtIcon(owner, isThere -> FxToolkit.run(() -> becameKnown(isThere)));
        looking = new Ticker(LOOKED_FOR_EVERY, this::lookAgain);
        show(state, entries);
    }

    @Override
    public void appear() {
        Thread.ofPlatform().name("tray").daemon().start(icon::start);
    }

    @Override
    public boolean isThere() {
        return Boolean.TRUE.equals(there);
    }

    @Override
    public void show(TrayState newState, List<ViewerEntry> viewerEntries) {
        state = newState;
        entries = List.copyOf(viewerEntries);
        TrayView view = TrayView.of(state, entries, words);
        if (!view.equals(shown)) {
            shown = view;
            icon.want(view);
        }
    }

    @Override
    public void speak(Texts texts) {
        words = new TrayWords(texts, zone);
        show(state, entries);
    }

    @Override
    public void tell(String text) {
        if (isThere()) {
            EventQueue.invokeLater(() -> icon.tell(text));
        }
    }

    @Override
    public void close() {
        closed = true;
        looking.close();
        icon.close();
    }

    private void becameKnown(boolean isThere) {
        if (!closed && !Boolean.valueOf(isThere).equals(there)) {
            there = isThere;
            looking.run(!isThere);
            owner.trayIsThere(isThere);
        }
    }

    private void lookAgain() {
        if (icon.isPossible()) {
            EventQueue.invokeLater(icon::look);
        }
    }
}
