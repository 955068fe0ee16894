package org.priorfetch.app.today;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.priorfetch.app.testing.OpenWindow;
import org.testfx.api.FxToolkit;

/** A date beside what it belongs to, or below. */
@Timeout(60)
class AsideLineTest {

    private static final double WIDE = 600;

    private final Label text = new Label("CT Thorax mit Kontrastmittel");
    private final Label aside = new Label("12.09.2025");

    @BeforeAll
    static void start() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    /** Returns the height that it has taken. */
    private double laidOut(double width) throws Exception {
        return OpenWindow.onScreenThread(() -> {
            text.setWrapText(true);
            AsideLine line = new AsideLine(text, aside);
            new Scene(line).getRoot().applyCss();
            double height = line.prefHeight(width);
            line.resize(width, height);
            line.layout();
            return height;
        });
    }

    @Test
    void itStandsAtTheRightEdgeWhereThereIsRoom() throws Exception {
        double height = laidOut(WIDE);
        assertThat(aside.getLayoutX() + aside.getWidth()).isEqualTo(WIDE);
        assertThat(aside.getLayoutY()).isZero();
        assertThat(height).isEqualTo(text.getHeight());
    }

    @Test
    void itGoesBelowRatherThanTakeMostOfTheRoom() throws Exception {
        laidOut(WIDE);
        double narrow = aside.getWidth() * 1.5;
        double height = laidOut(narrow);
        assertThat(text.getWidth()).isEqualTo(narrow);
        assertThat(aside.getLayoutX()).isZero();
        assertThat(aside.getLayoutY()).isEqualTo(text.getHeight());
        assertThat(height).isEqualTo(text.getHeight() + aside.getHeight());
    }
}
