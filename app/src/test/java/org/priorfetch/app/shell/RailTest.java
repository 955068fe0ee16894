package org.priorfetch.app.shell;

import static org.awaitility.Awaitility.await;
import static org.priorfetch.app.testing.OpenWindow.awaitText;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleRecords;
import org.priorfetch.app.testing.ScriptedEngine;
import org.priorfetch.engine.api.RecordCommand.ReadReport;

class RailTest {

    /** Whoever clicks there visits the screen like anybody who comes by another way. */
    @Test
    void aScreenThatIsOpenedFromItReadsWhatThereIsEachTime() throws Exception {
        ScriptedEngine engine = SampleRecords.busy();
        try (OpenWindow window = new OpenWindow(engine, Appearance.DEFAULT, Locale.ENGLISH)) {
            window.robot().clickOn("#rail-REPORTS");
            awaitText(window, "94 %");
            long once = reportsRead(engine);

            window.robot().clickOn("#rail-TODAY").clickOn("#rail-REPORTS");

            await().until(() -> reportsRead(engine) == 2 * once);
        }
    }

    private static long reportsRead(ScriptedEngine engine) {
        return engine.submitted().stream().filter(ReadReport.class::isInstance).count();
    }
}
