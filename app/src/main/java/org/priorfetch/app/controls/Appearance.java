package org.priorfetch.app.controls;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * How the program looks.
 *
 * @param scale of the type and all that grows with it: 1.0 to 2.0 in the preferences; from {@link #SMALLEST} to {@link #LARGEST}
 */
public record Appearance(Theme theme, double scale) {

    public static final Appearance DEFAULT = new Appearance(Theme.DARK, 1);
    public static final double SMALLEST = 0.75;
    public static final double LARGEST = 3;

    private static final double BASE_FONT = 13;
    private static final String STYLES = Objects
            .requireNonNull(Appearance.class.getResource("/org/priorfetch/app/theme/priorfetch.css"))
            .toExternalForm();

    public Appearance {
        if (!(scale >= SMALLEST && scale <= LARGEST)) {
            throw new IllegalArgumentException(
                    "The scale " + scale + " is not between " + SMALLEST + " and " + LARGEST);
        }
    }

    /** Gives a scene its colours and type. */
    public Scene scene(Parent root, double width, double height) {
        Scene scene = new Scene(root, width, height, theme.background());
        scene.getStylesheets().add(STYLES);
        if (!hasTabularFigures(font())) {
            root.getStyleClass().add("proportional-figures");
        }
        restyle(scene);
        return scene;
    }

    /** Gives a scene that another appearance has made these colours and this type; lengths stay as they were. */
    public void restyle(Scene scene) {
        Application.setUserAgentStylesheet(theme.stylesheet());
        scene.setFill(theme.background());
        Parent root = scene.getRoot();
        root.getStyleClass().removeAll(Stream.of(Theme.values()).map(Theme::styleClass).toList());
        root.getStyleClass().add(theme.styleClass());
        root.setStyle("-fx-font-size: " + BASE_FONT * scale + "px;");
    }

    /** Whether a scene was made by an appearance. */
    public static boolean isOf(Scene scene) {
        return scene.getStylesheets().contains(STYLES);
    }

    /** A length of the base design in this scale. */
    public double px(double length) {
        return Math.round(length * scale);
    }

    /** As wide as the widest of the texts. */
    public double widthOf(List<String> texts) {
        return Math.ceil(texts.stream().mapToDouble(text -> width(font(), text)).max().orElse(0));
    }

    private Font font() {
        return Font.font(Font.getDefault().getFamily(), BASE_FONT * scale);
    }

    private static boolean hasTabularFigures(Font font) {
        return width(font, "1111111111") == width(font, "0000000000");
    }

    private static double width(Font font, String text) {
        Text probe = new Text(text);
        probe.setFont(font);
        return probe.getLayoutBounds().getWidth();
    }
}
