package org.priorfetch.app.shell;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.firstrun.FirstRun;
import org.priorfetch.app.screen.Workplace;

/** Puts the assistant in the place of everything else while there are no settings, until it has come to its end. */
final class Assistance {

    private final BorderPane root;
    private final Workplace workplace;
    private final Runnable ended;
    private boolean running;

    Assistance(BorderPane root, Workplace workplace, Runnable ended) {
        this.root = root;
        this.workplace = workplace;
        this.ended = ended;
    }

    void offer(boolean configured) {
        if (running || configured) {
            return;
        }
        running = true;
        Node left = root.getLeft();
        Node center = root.getCenter();
        Node bottom = root.getBottom();
        replace(null, new FirstRun(workplace, () -> {
            running = false;
            replace(left, center, bottom);
            ended.run();
        }), null);
    }

    private void replace(@Nullable Node left, Node center,
            @Nullable Node bottom) {
        root.setLeft(left);
        root.setCenter(center);
        root.setBottom(bottom);
    }
}
