package org.priorfetch.app.launch;

import javafx.beans.property.ObjectProperty;

import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.screen.Workplace;

/** What is said once in the life of a profile about where the window goes. */
final class DesktopHints {

    /** What has been said. */
    record Said(boolean noTray, boolean inTray) {}

    private static final String SECTION = "desktop";

    private final Workplace workplace;
    private final ObjectProperty<Said> said;

    DesktopHints(Workplace workplace) {
        this.workplace = workplace;
        said = workplace.profile().section(SECTION, Said.class, new Said(false, false));
    }

    void tellNoTray() {
        if (!said.get().noTray()) {
            said.set(new Said(true, said.get().inTray()));
            workplace.teller()
                    .tell(new Notice(Mark.NONE, workplace.texts().get("desktop.noTray"),
                            workplace.texts().get("desktop.noTray.hint")));
        }
    }

    void firstTimeInTray(Runnable tell) {
        if (!said.get().inTray()) {
            said.set(new Said(said.get().noTray(), true));
            tell.run();
        }
    }
}
