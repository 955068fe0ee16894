package org.priorfetch.app.shell;

import java.util.Optional;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.SnapshotBridge;
import org.priorfetch.engine.api.EngineSnapshot;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.model.Message;

/**
 * What a window hears of the engine: everything while it is seen, and nothing once the engine has ended. A subscription
 * begins with the last word of before, so that only who has noticed the end can tell that an engine speaks again.
 */
final class Hearing {

    private final PrefetchEngine engine;
    private final Consumer<EngineSnapshot> screen;
    private @Nullable SnapshotBridge bridge;
    private @Nullable EngineSnapshot latest;
    private @Nullable Message gone;

    Hearing(PrefetchEngine engine, Consumer<EngineSnapshot> screen) {
        this.engine = engine;
        this.screen = screen;
    }

    /** Follows the engine while that is wanted. */
    void follow(boolean wanted) {
        if (wanted && bridge == null) {
            bridge = new SnapshotBridge(engine, this::heard);
        } else if (!wanted && bridge != null) {
            bridge.close();
            bridge = null;
        }
    }

    void engineGone(Message why) {
        gone = why;
        latest = null;
    }

    /** One speaks again. */
    void engineSpeaks(EngineSnapshot snapshot) {
        if (gone != null) {
            gone = null;
            if (bridge != null) {
                heard(snapshot);
            }
        }
    }

    /** What the engine said last, unless it has ended since. */
    Optional<EngineSnapshot> latest() {
        return Optional.ofNullable(latest);
    }

    /** Why it says nothing any more; empty while it lives. */
    Optional<Message> gone() {
        return Optional.ofNullable(gone);
    }

    private void heard(EngineSnapshot snapshot) {
        if (gone == null) {
            latest = snapshot;
            screen.accept(snapshot);
        }
    }
}
