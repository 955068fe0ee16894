package org.priorfetch.app.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.testfx.util.WaitForAsyncUtils;

class PopupsTest {

    @Test
    void aWindowThatIsClosedWithAnOpenMenuTakesItAlong() throws Exception {
        OpenWindow window = new OpenWindow(SampleDays.typical());
        ContextMenu menu = OpenWindow.onScreenThread(() -> {
            ContextMenu made = new ContextMenu(new MenuItem("Something"));
            made.show(window.find("#headline", Node.class), 10, 10);
            return made;
        });

        window.close();

        assertThatCode(WaitForAsyncUtils::checkException).doesNotThrowAnyException();
        assertThat(OpenWindow.onScreenThread(menu::isShowing)).isFalse();
    }
}
