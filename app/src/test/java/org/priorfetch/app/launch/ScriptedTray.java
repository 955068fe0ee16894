package org.priorfetch.app.launch;

import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.tray.Tray;
import org.priorfetch.app.tray.TrayOwner;
import org.priorfetch.app.tray.TrayState;
import org.priorfetch.app.tray.ViewerEntry;

/** A tray that a test puts up and takes away, and whose menu a test chooses from. */
final class ScriptedTray implements Tray, Desktop.TrayMaker {

    final List<TrayState> states = new CopyOnWriteArrayList<>();
    final List<String> told = new CopyOnWriteArrayList<>();
    volatile boolean appeared;
    volatile boolean closed;
    volatile String language = "";
    volatile List<ViewerEntry> entries = List.of();
    private volatile boolean there;
    private final AtomicReference<@Nullable TrayOwner> owner = new AtomicReference<>();

    @Override
    public Tray make(ZoneId zone, Texts texts, TrayOwner newOwner) {
        owner.set(newOwner);
        language = texts.locale().getLanguage();
        return this;
    }

    boolean isMade() {
        return owner.get() != null;
    }

    void isThereFromNow(boolean now) throws Exception {
        choose(asked -> {
            there = now;
            asked.trayIsThere(now);
        });
    }

    void choose(Consumer<TrayOwner> item) throws Exception {
        OpenWindow.onScreenThread(() -> {
            item.accept(Objects.requireNonNull(owner.get()));
            return null;
        });
    }

    @Override
    public void appear() {
        appeared = true;
    }

    @Override
    public boolean isThere() {
        return there;
    }

    @Override
    public void show(TrayState state, List<ViewerEntry> viewerEntries) {
        states.add(state);
        entries = List.copyOf(viewerEntries);
    }

    @Override
    public void speak(Texts texts) {
        language = texts.locale().getLanguage();
    }

    @Override
    public void tell(String text) {
        told.add(text);
    }

    @Override
    public void close() {
        closed = true;
        owner.set(null);
    }
}
