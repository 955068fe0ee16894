package org.priorfetch.app.launch;

import java.util.function.Supplier;
import javafx.beans.property.ObjectProperty;

import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.screen.Workplace;

/** What is said once in the life of a profile about where the window goes. */
final class DesktopHints {

    /** What has been said. */
    record Said(boolean noTray, boolean inTray) {}

    private static final String SECTION = "desktop";

    private final Supplier<Workplace> here;
    private final ObjectProperty<Said> said;

    /** @param here the workplace as it is when something is said */
    DesktopHints(Supplier<Workplace> here) {
        this.here = here;
        said = here.get().profile().section(SECTION, Said.class, new Said(false, false));
    }

    void tellNoTray() {
        if (!said.get().noTray()) {
            said.set(new Said(true, said.get().inTray()));
            Workplace workplace = here.get();
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
