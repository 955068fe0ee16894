package org.priorfetch.app.shell;

import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import org.controlsfx.control.action.Action;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.MarkIcon;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.screen.Teller;

/** Shows notices in the corner of a window for some seconds. Says nothing while there is no window. */
public final class PassingNotices implements Teller {

    private static final Duration READABLE = Duration.seconds(6);
    private static final Duration UNDOABLE = Duration.seconds(12);

    private final Supplier<@Nullable Window> owner;

    public PassingNotices(Supplier<@Nullable Window> owner) {
        this.owner = owner;
    }

    @Override
    public void tell(Notice notice) {
        show(notification(notice).hideAfter(READABLE));
    }

    @Override
    public void tell(Notice notice, String undoText, Runnable undo) {
        Action action = new Action(undoText, _ -> undo.run());
        show(notification(notice).hideAfter(UNDOABLE).action(action));
    }

    private static Notifications notification(Notice notice) {
        MarkIcon icon = new MarkIcon();
        icon.show(notice.mark(), 0, notice.title());
        return Notifications.create()
                .title(notice.title())
                .text(notice.hint())
                .graphic(icon)
                .position(Pos.BOTTOM_RIGHT);
    }

    private void show(Notifications notification) {
        Window window = owner.get();
        if (window != null && window.isShowing()) {
            notification.owner(window).show();
        }
    }
}
