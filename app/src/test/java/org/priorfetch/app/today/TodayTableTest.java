package org.priorfetch.app.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;

/** What people set up for themselves on the screen "Today": its columns and its lists. */
@Timeout(90)
class TodayTableTest {

    private static List<String> seen(TableView<?> table) throws Exception {
        return OpenWindow.onScreenThread(() -> table.getColumns()
                .stream()
                .filter(TableColumn::isVisible)
                .map(TableColumn::getId)
                .toList());
    }

    private static TableView<?> table(OpenWindow window) {
        return window.find("#appointments", TableView.class);
    }

    private static void choose(OpenWindow window, String menu, String item) throws Exception {
        OpenWindow.onScreenThread(() -> {
            MenuButton button = window.find(menu, MenuButton.class);
            button.getOnShowing().handle(null);
            button.getItems().stream().filter(one -> item.equals(one.getId())).findFirst().orElseThrow().fire();
            return null;
        });
    }

    private static void name(OpenWindow window, String name) {
        await("the question").until(() -> window.robot().lookup("#name").tryQuery().isPresent());
        window.robot().clickOn("#name").push(KeyCode.CONTROL, KeyCode.A).write(name).push(KeyCode.ENTER);
    }

    private static TodayProfile profile(OpenWindow window) throws Exception {
        return OpenWindow.onScreenThread(() -> window.workplace()
                .profile()
                .section(TodayProfile.SECTION, TodayProfile.class, TodayProfile.INITIAL)
                .get());
    }

    @Test
    void aSavedListIsRenamed() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical())) {
            save(window, "Knees");
            choose(window, "#reading-list", "list-rename");
            name(window, "Joints");

            awaitList(window, "Joints");
            assertThat(profile(window).saved()).extracting(ReadingList::name).containsExactly("Joints");
        }
    }

    @Test
    void aSavedListIsDeletedAndComesBack() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical())) {
            save(window, "Knees");
            choose(window, "#reading-list", "list-delete");
            await("deleted").until(() -> profile(window).saved().isEmpty());

            await("undo is offered").until(() -> window.robot().lookup("Undo").tryQuery().isPresent());
            window.robot().clickOn("Undo");

            awaitList(window, "Knees");
            assertThat(profile(window).saved()).extracting(ReadingList::name).containsExactly("Knees");
        }
    }

    private static void save(OpenWindow window, String name) throws Exception {
        window.robot().push(KeyCode.CONTROL, KeyCode.F).write("knie");
        choose(window, "#reading-list", "list-save");
        name(window, name);
        awaitList(window, name);
    }

    private static void awaitList(OpenWindow window, String title) {
        await("the list " + title).atMost(20, TimeUnit.SECONDS)
                .until(() -> OpenWindow
                        .onScreenThread(() -> window.find("#reading-list", MenuButton.class).getText().equals(title)));
    }

    @Test
    void columnsAreHiddenMovedAndKept() throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.typical())) {
            assertThat(seen(table(window))).contains("patient", "procedure").first().isNotEqualTo("patient");
            OpenWindow.onScreenThread(() -> {
                MenuButton menu = window.find("#columns", MenuButton.class);
                menu.getOnShowing().handle(null);
                menu.getItems()
                        .stream()
                        .filter(item -> "column-procedure".equals(item.getId()))
                        .map(CheckMenuItem.class::cast)
                        .forEach(TodayTableTest::untick);
                toTheFront(table(window), "patient");
                return null;
            });

            assertThat(seen(table(window))).startsWith("patient").doesNotContain("procedure");
            assertThat(seenInAnother(window)).startsWith("patient").doesNotContain("procedure");
        }
    }

    private static void untick(CheckMenuItem item) {
        item.setSelected(false);
        item.fire();
    }

    private static <S> void toTheFront(TableView<S> table, String id) {
        List<TableColumn<S, ?>> columns = new ArrayList<>(table.getColumns());
        columns.sort(Comparator.comparing(column -> !id.equals(column.getId())));
        table.getColumns().setAll(columns);
    }

    /** The columns of another screen of the same person. */
    private static List<String> seenInAnother(OpenWindow window) throws Exception {
        TodayScreen another = OpenWindow.onScreenThread(() -> {
            TodayScreen made = new TodayScreen(window.workplace());
            Scene scene = Appearance.DEFAULT.scene(new BorderPane(made.view()), 1280, 800);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
            return made;
        });
        return seen((TableView<?>) another.view().lookup("#appointments"));
    }
}
