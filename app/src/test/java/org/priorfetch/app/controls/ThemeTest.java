package org.priorfetch.app.controls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Color;
import javafx.scene.shape.Shape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.app.testing.OpenWindow;
import org.priorfetch.app.testing.SampleDays;
import org.testfx.api.FxToolkit;

/** Contrast as WCAG 2.2 counts it: 4.5 for text, 3 for shapes that carry a meaning. */
class ThemeTest {

    private static final double TEXT = 4.5;
    private static final double SHAPE = 3;

    @ParameterizedTest
    @EnumSource
    void nothingFlashesBeforeTheStylesAreRead(Theme theme) throws Exception {
        try (OpenWindow window = new OpenWindow(SampleDays.empty(), new Appearance(theme, 1), Locale.ENGLISH)) {
            Color painted = OpenWindow.onScreenThread(() -> background(((Region) window.scene().getRoot())));

            assertThat(window.scene().getFill()).isEqualTo(painted).isEqualTo(theme.background());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyMarkStandsOutFromWhatIsBehindIt(Theme theme) throws Exception {
        for (Mark mark : Mark.values()) {
            double contrast = onScene(theme, "table-view", root -> {
                MarkIcon icon = new MarkIcon();
                icon.show(mark, 1, mark.name());
                root.getChildren().add(icon);
                root.applyCss();
                return contrast(shapeColour(icon), theme.background());
            });
            assertThat(contrast).as("%s on %s", mark, theme).isGreaterThanOrEqualTo(SHAPE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void wordsCanBeRead(Theme theme) throws Exception {
        for (String styleClass : List.of("", "aside", "prior-reason", "notice-hint", "modality", "comparison-head",
                "doctor-detail", "problem", "part-notice", "form-problem", "rules-unsaved", "preferences-problem",
                "lock-said", "differs")) {
            double contrast = onScene(theme, styleClass, root -> {
                Label label = new Label("words");
                label.getStyleClass().add(styleClass);
                root.getChildren().add(label);
                root.applyCss();
                return contrast((Color) label.getTextFill(), theme.background());
            });
            assertThat(contrast).as("%s on %s", styleClass, theme).isGreaterThanOrEqualTo(TEXT);
        }
    }

    /** Where marks and words stand but on the window itself: rows that are chosen, chips that stand out, bars. */
    @ParameterizedTest
    @EnumSource
    void marksAndWordsStandOutFromEveryGround(Theme theme) throws Exception {
        for (String ground : List.of("-pf-attention-bg", "-color-accent-subtle", "-color-bg-subtle",
                "-color-bg-inset")) {
            for (Mark mark : Mark.values()) {
                double contrast = onGround(theme, ground, (root, behind) -> {
                    MarkIcon icon = new MarkIcon();
                    icon.show(mark, 1, mark.name());
                    root.getChildren().add(icon);
                    root.applyCss();
                    return contrast(shapeColour(icon), behind);
                });
                assertThat(contrast).as("%s on %s of %s", mark, ground, theme).isGreaterThanOrEqualTo(SHAPE);
            }
            double words = onGround(theme, ground, (root, behind) -> {
                Label label = new Label("words");
                root.getChildren().add(label);
                root.applyCss();
                return contrast((Color) label.getTextFill(), behind);
            });
            assertThat(words).as("words on %s of %s", ground, theme).isGreaterThanOrEqualTo(TEXT);
        }
    }

    private interface GroundMeasure {

        double on(VBox root, Color behind);
    }

    private static double onGround(Theme theme, String ground, GroundMeasure measure) throws Exception {
        return onScene(theme, "ground", root -> {
            root.setStyle("-fx-background-color: " + ground + ";");
            root.applyCss();
            return measure.on(root, over(background(root), theme.background()));
        });
    }

    /** What is seen of a colour that lets another one through. */
    private static Color over(Color above, Color below) {
        return below.interpolate(Color.color(above.getRed(), above.getGreen(), above.getBlue()), above.getOpacity());
    }

    private interface Measure {

        double on(VBox root);
    }

    private static double onScene(Theme theme, String styleClass, Measure measure) throws Exception {
        FxToolkit.registerPrimaryStage();
        return OpenWindow.onScreenThread(() -> {
            VBox root = new VBox();
            root.getStyleClass().add(styleClass);
            Scene scene = new Appearance(theme, 1).scene(root, 100, 100);
            assertThat(scene.getRoot()).isSameAs(root);
            return measure.on(root);
        });
    }

    private static Color shapeColour(MarkIcon icon) {
        return shapes(icon).filter(shape -> shape.getStyleClass()
                .stream()
                .anyMatch(name -> name.equals("mark-shape") || name.equals("ring-filled")))
                .map(shape -> shape.getStyleClass().contains("ring-filled") ? shape.getStroke() : shape.getFill())
                .map(Color.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Shape> shapes(Node node) {
        if (node instanceof Shape shape) {
            return Stream.of(shape);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(ThemeTest::shapes)
                : Stream.empty();
    }

    private static Color background(Region region) {
        Background background = region.getBackground();
        return (Color) background.getFills().getLast().getFill();
    }

    private static double contrast(Color one, Color other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
