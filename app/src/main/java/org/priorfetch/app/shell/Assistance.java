package org.priorfetch.app.shell;

import javafx.scene.Node;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.firstrun.FirstRun;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.SiteCommand;
import org.priorfetch.engine.api.SiteReport;
import org.priorfetch.engine.model.Message;

/**
 * Stands in the place of everything else while there are no settings to work with: the assistant where there is no file,
 * until it has come to its end; where there is one that cannot be read, what is wrong with it, until it can.
 */
final class Assistance {

    private final BorderPane root;
    private final Workplace workplace;
    private final Runnable ended;
    private final SiteNotice notice;
    private boolean asked;
    private @Nullable FirstRun guide;
    private @Nullable Node left;
    private @Nullable Node center;
    private @Nullable Node bottom;

    Assistance(BorderPane root, Workplace workplace, Runnable ended) {
        this.root = root;
        this.workplace = workplace;
        this.ended = ended;
        notice = new SiteNotice(workplace.texts(), this::ask);
    }

    /** Goes on with what was typed into the assistant of the window before. */
    void carryOn(Assistance before) {
        if (before.guide != null) {
            asked = true;
            guide = new FirstRun(workplace, this::end, before.guide);
            takeOver(guide);
        }
    }

    /** Whether it stands in the place of everything else. */
    boolean isShown() {
        return center != null;
    }

    void offer(boolean configured) {
        if (guide != null) {
            return;
        }
        if (configured) {
            asked = false;
            giveBack();
        } else if (!asked) {
            asked = true;
            ask();
        }
    }

    private void ask() {
        workplace.commands().submit(new SiteCommand.ReadSite(), this::answered, this::refused);
    }

    private void answered(SiteReport read) {
        if (!asked || guide != null) {
            return;
        }
        if (read.exists()) {
            notice.show(read);
            takeOver(notice);
        } else {
            guide = new FirstRun(workplace, this::end);
            takeOver(guide);
        }
    }

    private void refused(Message why) {
        if (asked && guide == null) {
            notice.refuse(workplace.texts().of(why));
            takeOver(notice);
        }
    }

    private void end() {
        guide = null;
        giveBack();
        ended.run();
    }

    private void takeOver(Node instead) {
        if (center == null) {
            left = root.getLeft();
            center = root.getCenter();
            bottom = root.getBottom();
        }
        root.setLeft(null);
        root.setCenter(instead);
        root.setBottom(null);
    }

    private void giveBack() {
        if (center != null) {
            root.setLeft(left);
            root.setCenter(center);
            root.setBottom(bottom);
            center = null;
        }
    }
}
