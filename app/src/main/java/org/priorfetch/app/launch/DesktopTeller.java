package org.priorfetch.app.launch;

import java.util.function.Consumer;
import java.util.function.Supplier;

import javafx.stage.Stage;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.screen.Teller;
import org.priorfetch.app.shell.PassingNotices;

/** Tells in the window; while it is out of sight, the tray tells what did not work, and what could be taken back. */
final class DesktopTeller implements Teller {

    private final Supplier<@Nullable Stage> window;
    private final Consumer<String> tray;
    private final Teller passing;

    DesktopTeller(Supplier<@Nullable Stage> window, Consumer<String> tray) {
        this.window = window;
        this.tray = tray;
        passing = new PassingNotices(window::get);
    }

    @Override
    public void tell(Notice notice) {
        if (isSeen()) {
            passing.tell(notice);
        } else if (notice.mark() != Mark.READY) {
            tellInTray(notice);
        }
    }

    @Override
    public void tell(Notice notice, String undoText, Runnable undo) {
        if (isSeen()) {
            passing.tell(notice, undoText, undo);
        } else {
            tellInTray(notice);
        }
    }

    private void tellInTray(Notice notice) {
        tray.accept(notice.hint().isEmpty() ? notice.title() : notice.title() + ". " + notice.hint());
    }

    private boolean isSeen() {
        Stage stage = window.get();
        return stage != null && stage.isShowing() && !stage.isIconified();
    }
}
