package org.priorfetch.app.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.TreeTableView;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.controlsfx.control.CheckComboBox;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleScreens;
import org.priorfetch.app.testing.Texty;
import org.testfx.util.WaitForAsyncUtils;

/** Every screen can be used without a mouse, shows where the keyboard is, and says to a screen reader what is there. */
@Timeout(120)
class KeyboardTest {

    private static final int MOST_STEPS = 120;
    private static final int RING = 2;
    private static final int MOST_SEEN = 120;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** Where a control stands while it has the keyboard, and how many pixels of it look different without. */
    private record Stop(Control control, Bounds bounds, int seen) {

        static Stop at(Control control) {
            return new Stop(control, control.localToScene(control.getLayoutBounds()), Integer.MAX_VALUE);
        }

        Stop comparing(WritableImage with, WritableImage without) {
            return new Stop(control, bounds, Math.min(seen, differing(with, without, bounds)));
        }

        /** A neighbour's ring alone is not enough. */
        boolean isSeen() {
            return seen >= Math.min(MOST_SEEN, bounds.getWidth() + bounds.getHeight());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingIsReachedWithTheTabKeyAndShowsIt(ScreenId screen) throws Exception {
        try (OpenWindow window = open(screen)) {
            List<Control> controls = OpenWindow.onScreenThread(() -> usable(window.scene().getRoot()));
            List<Stop> stops = walk(window);

            List<Control> reached = stops.stream().map(Stop::control).toList();
            assertThat(controls).as("controls of %s", screen).hasSizeGreaterThan(10);
            assertThat(controls.stream().filter(control -> !isReached(control, reached)).map(KeyboardTest::words))
                    .as("not reached with the Tab key")
                    .isEmpty();
            assertThat(stops.stream().filter(stop -> !stop.isSeen()).map(stop -> words(stop.control())))
                    .as("does not show that it has the keyboard")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingHasAName(ScreenId screen) throws Exception {
        try (OpenWindow window = open(screen)) {
            List<String> nameless = OpenWindow.onScreenThread(() -> {
                List<Node> named = all(window.scene().getRoot(), Label.class).map(Label::getLabelFor)
                        .filter(Objects::nonNull)
                        .toList();
                return controls(window.scene().getRoot()).filter(control -> !hasName(control, named))
                        .map(KeyboardTest::words)
                        .toList();
            });
            assertThat(nameless).as("what a screen reader cannot name").isEmpty();
        }
    }

    private static OpenWindow open(ScreenId screen) throws Exception {
        OpenWindow window = new OpenWindow(SampleScreens.of(screen), Appearance.DEFAULT, Locale.ENGLISH);
        window.visit(screen);
        await(screen.name()).atMost(PATIENCE).until(() -> OpenWindow.onScreenThread(() -> {
            Node last = Texty.laidOut(window.scene().getRoot()).lookup(comesLast(screen));
            return last != null && !last.isDisabled();
        }));
        WaitForAsyncUtils.waitForFxEvents();
        return window;
    }

    /** What can be used once the engine has answered; until then controls come and go. */
    private static String comesLast(ScreenId screen) {
        return switch (screen) {
            case TODAY, TRANSFERS, FETCH -> "#rail-" + screen;
            case REVIEW -> "#answer-SAME";
            case SOURCES -> "#PACS-host";
            case RULES -> "#trial-run";
            case REPORTS -> "#export-report";
            case PREFERENCES -> "#unlock";
        };
    }

    /**
     * Presses Tab until the keyboard comes to where it was before. What a control looks like is compared with what it looks
     * like at the stops before and after it.
     */
    private static List<Stop> walk(OpenWindow window) throws Exception {
        Map<Control, Stop> stops = new LinkedHashMap<>();
        @Nullable
        Stop before = null;
        WritableImage last = picture(window);
        for (int step = 0; step < MOST_STEPS; step++) {
            window.robot().push(KeyCode.TAB);
            WaitForAsyncUtils.waitForFxEvents();
            WritableImage now = picture(window);
            if (before != null) {
                stops.put(before.control(), before.comparing(last, now));
            }
            Node owner = OpenWindow.onScreenThread(() -> window.scene().getFocusOwner());
            if (owner instanceof Control reached && stops.containsKey(reached)) {
                break;
            }
            before = owner instanceof Control control
                    ? OpenWindow.onScreenThread(() -> Stop.at(control)).comparing(now, last)
                    : null; // such as a line of the doctor
            last = now;
        }
        return List.copyOf(stops.values());
    }

    private static WritableImage picture(OpenWindow window) throws Exception {
        return OpenWindow.onScreenThread(() -> window.scene().snapshot(null));
    }

    private static int differing(WritableImage one, WritableImage other, Bounds bounds) {
        int fromX = (int) Math.clamp(bounds.getMinX() - RING, 0, one.getWidth());
        int toX = (int) Math.clamp(bounds.getMaxX() + RING, 0, one.getWidth());
        int fromY = (int) Math.clamp(bounds.getMinY() - RING, 0, one.getHeight());
        int toY = (int) Math.clamp(bounds.getMaxY() + RING, 0, one.getHeight());
        PixelReader first = one.getPixelReader();
        PixelReader second = other.getPixelReader();
        int differing = 0;
        for (int x = fromX; x < toX; x++) {
            for (int y = fromY; y < toY; y++) {
                differing += first.getArgb(x, y) == second.getArgb(x, y) ? 0 : 1;
            }
        }
        return differing;
    }

    /** Of toggles that belong together one is enough: the arrow keys lead to the others. */
    private static boolean isReached(Control control, List<Control> reached) {
        boolean byArrows = control instanceof ToggleButton toggle && toggle.getToggleGroup() != null
                && reached.stream()
                        .anyMatch(other -> other instanceof ToggleButton near
                                && toggle.getToggleGroup().equals(near.getToggleGroup()));
        return byArrows || reached.contains(control);
    }

    private static List<Control> usable(Node root) {
        return controls(root).filter(control -> !control.isDisabled()).toList();
    }

    private static Stream<Control> controls(Node root) {
        return all(root, Control.class).filter(KeyboardTest::takesInput);
    }

    private static boolean takesInput(Control control) {
        return control instanceof ButtonBase || control instanceof TextInputControl
                || control instanceof ComboBoxBase<?> || control instanceof CheckComboBox<?>
                || control instanceof ListView<?> || control instanceof TableView<?>
                || control instanceof TreeTableView<?> || control instanceof TabPane;
    }

    private static boolean hasName(Control control, List<Node> labelled) {
        boolean written = control instanceof ButtonBase button && button.getText() != null
                && !button.getText().isBlank();
        return control instanceof TabPane || written || labelled.contains(control)
                || (control.getAccessibleText() != null && !control.getAccessibleText().isBlank());
    }

    private static String words(Control control) {
        return "%s #%s %s".formatted(control.getClass().getSimpleName(), control.getId(), control.getStyleClass());
    }

    /** What can be seen, but for what a control is made of and for the cells of lists, which have keys of their own. */
    private static <T extends Node> Stream<T> all(Node node, Class<T> type) {
        if (!node.isVisible() || node instanceof IndexedCell<?>) {
            return Stream.empty();
        }
        boolean whole = node instanceof ComboBoxBase<?> || node instanceof CheckComboBox<?>
                || node instanceof TextInputControl || node instanceof ButtonBase;
        Stream<T> inside = node instanceof Parent parent && !whole
                ? parent.getChildrenUnmodifiable().stream().flatMap(child -> all(child, type))
                : Stream.empty();
        return type.isInstance(node) ? Stream.concat(Stream.of(type.cast(node)), inside) : inside;
    }
}
