package org.priorfetch.app.tray;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.i18n.Texts;

/** All that is to be seen of the tray: it changes only when this does. */
record TrayView(TrayPicture picture, String tooltip, Choices choices) {

    /**
     * What the menu depends on.
     *
     * @param texts in which it speaks; others are another language
     */
    record Choices(boolean paused, @Nullable Instant pausedUntil, List<ViewerEntry> viewerEntries, Texts texts) {

        Choices {
            viewerEntries = List.copyOf(viewerEntries);
        }
    }

    static TrayView of(TrayState state, List<ViewerEntry> viewerEntries, TrayWords words) {
        return new TrayView(TrayPicture.of(state), words.tooltip(state),
                new Choices(state.paused(), state.pausedUntil(), viewerEntries, words.texts()));
    }
}
