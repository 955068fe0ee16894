package org.priorfetch.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;

/** What proves the pictures must itself find what it is there for. */
class OverlapsTest {

    @BeforeAll
    static void startToolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @Test
    void textsOnEachOtherAreFound() throws Exception {
        assertThat(found(label("one", 0, 0), label("other", 4, 2))).singleElement()
                .asString()
                .contains("one", "other");
    }

    @Test
    void aButtonUnderATextIsFound() throws Exception {
        Button button = new Button();
        button.resizeRelocate(0, 0, 40, 40);
        assertThat(found(button, label("words", 10, 10))).hasSize(1);
    }

    @Test
    void neighboursAndWhatIsHiddenAreNot() throws Exception {
        Label hidden = label("hidden", 0, 0);
        hidden.setVisible(false);
        assertThat(found(label("one", 0, 0), label("below", 0, 40), hidden)).isEmpty();
    }

    @Test
    void theTextOfAButtonDoesNotLieOnIt() throws Exception {
        assertThat(found(new Button("press"))).isEmpty();
    }

    @Test
    void whatAClipHidesLiesOnNothing() throws Exception {
        Pane clipped = new Pane(label("long text that goes on and on", 0, 0));
        clipped.setClip(new Rectangle(20, 40));
        assertThat(found(clipped, label("beside", 40, 0))).isEmpty();
    }

    @Test
    void whatLeavesTheWindowIsFoundUnlessItScrolls() throws Exception {
        assertThat(flaws(label("far", 190, 0))).anyMatch(flaw -> flaw.contains("far"));
        ScrollPane scroll = new ScrollPane(new Pane(label("far", 190, 300)));
        scroll.resizeRelocate(0, 0, 200, 200);
        assertThat(flaws(scroll)).noneMatch(flaw -> flaw.contains("leaves"));
    }

    private static Label label(String text, double x, double y) {
        Label label = new Label(text);
        label.relocate(x, y);
        return label;
    }

    private static List<String> found(Node... nodes) throws Exception {
        return OpenWindow.onScreenThread(() -> Overlaps.in(laidOut(nodes)));
    }

    private static List<String> flaws(Node... nodes) throws Exception {
        return OpenWindow.onScreenThread(() -> Texty.flaws(laidOut(nodes)));
    }

    private static Pane laidOut(Node... nodes) {
        Pane root = new Pane(nodes);
        Scene scene = new Scene(root, 200, 200);
        assertThat(scene.getRoot()).isSameAs(root);
        root.applyCss();
        root.layout();
        return root;
    }
}
