package org.priorfetch.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;

class SearchFieldTest {

    @Test
    void goesToAPatientByKeyboard() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical())) {
            window.robot().push(KeyCode.CONTROL, KeyCode.K).write("andersn");
            await().until(() -> window.robot().lookup("#search-hits").tryQuery().isPresent());
            window.robot().push(KeyCode.ENTER);
            await().until(() -> window.find(".detail-patient", Label.class).getText().equals("Andersen, Ida"));
            assertThat(window.find("#search-all", TextField.class).getText()).isEmpty();
        }
    }

    @Test
    void whatIsOfferedTellsNoNamesOnceTheyAreHidden() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical())) {
            String id = SampleDays.typical().appointments().getFirst().id();
            window.robot().push(KeyCode.CONTROL, KeyCode.K).write(id);
            await().until(() -> !offered(window).isEmpty());
            String family = SampleDays.typical().appointments().getFirst().patient().patientName().split("\\^", -1)[0];
            assertThat(offered(window)).anyMatch(text -> text.contains(family));

            OpenWindow.onScreenThread(() -> {
                window.workplace().privacy().hide();
                return null;
            });

            await().untilAsserted(() -> assertThat(offered(window)).isNotEmpty()
                    .noneMatch(text -> text != null && text.contains(family)));
        }
    }

    /** Everything that can be read or heard of the list below the field. */
    private static List<String> offered(OpenWindow window) throws Exception {
        return OpenWindow.onScreenThread(() -> window.robot()
                .lookup("#search-hits .hit")
                .queryAll()
                .stream()
                .filter(Node::isVisible)
                .flatMap(cell -> Stream.concat(Stream.of(String.valueOf(cell.getAccessibleText())),
                        cell.lookupAll(".label").stream().map(label -> ((Label) label).getText())))
                .toList());
    }

    @Test
    void arrowsChooseAndEscapeLeaves() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical())) {
            window.robot().push(KeyCode.CONTROL, KeyCode.K).write("transfers");
            await().until(() -> window.robot().lookup("#search-hits").tryQuery().isPresent());
            window.robot().push(KeyCode.ESCAPE);
            assertThat(window.find("#search-all", TextField.class).getText()).isEmpty();
            window.robot().write("transfers").push(KeyCode.DOWN).push(KeyCode.UP).push(KeyCode.ENTER);
            Callable<Boolean> shown = () -> window.find("#transfers", Node.class).isVisible();
            await().ignoreExceptions().until(shown);
        }
    }
}
