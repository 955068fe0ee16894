package org.priorfetch.app.launch;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

import javafx.beans.value.ObservableValue;
import javafx.geometry.Rectangle2D;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.FxToolkit;
import org.priorfetch.app.controls.Look;
import org.priorfetch.app.panel.StatusPanel;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.model.Message;

/** Makes the status panel when it is first wanted, and anew when it is to look or speak otherwise. Belongs to the FX thread. */
final class PanelKeeper implements AutoCloseable {

    /** When the program has come up. */
    private static final Executor SOON = CompletableFuture.delayedExecutor(3, TimeUnit.SECONDS);

    private final ObservableValue<Look> look;
    private final Function<Look, Workplace> workplaces;
    private @Nullable StatusPanel panel;
    private @Nullable EngineSnapshot latest;
    private @Nullable Message gone;
    private @Nullable Rectangle2D place;
    private boolean closed;

    PanelKeeper(ObservableValue<Look> look, Function<Look, Workplace> workplaces) {
        this.look = look;
        this.workplaces = workplaces;
        look.subscribe((_, _) -> makeAnew());
    }

    void show(EngineSnapshot snapshot) {
        latest = snapshot;
        gone = null;
        if (panel != null) {
            panel.show(snapshot);
        }
    }

    /** What was known before is not shown as what is so, by no panel that is made from now on either. */
    void engineGone(Message why) {
        latest = null;
        gone = why;
        if (panel != null) {
            panel.engineGone(why);
        }
    }

    /** Makes it ahead of the first click, which is then answered as fast as later ones. */
    void makeReadySoon() {
        SOON.execute(() -> FxToolkit.run(() -> {
            if (!closed) {
                made().makeReady();
            }
        }));
    }

    /** Opens it beside the icon, or closes it. */
    void toggleAt(@Nullable Rectangle2D icon) {
        place = icon;
        made().toggleAt(icon);
    }

    private StatusPanel made() {
        StatusPanel current = panel;
        if (current == null) {
            Workplace workplace = workplaces.apply(look.getValue());
            current = new StatusPanel(workplace, workplace.viewer());
            panel = current;
            if (latest != null) {
                current.show(latest);
            } else if (gone != null) {
                current.engineGone(gone);
            }
        }
        return current;
    }

    private void makeAnew() {
        StatusPanel before = panel;
        if (before != null) {
            boolean showing = before.isShowing();
            before.close();
            panel = null;
            if (showing) {
                made().showAt(place);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        if (panel != null) {
            panel.close();
        }
    }
}
