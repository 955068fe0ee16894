package org.priorfetch.app.controls;

import java.util.function.Function;

import javafx.geometry.Pos;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/**
 * A cell with a text and a quieter one beside it, which is left out where it does not fit. A tooltip says both.
 *
 * @param <V> what the engine says
 * @param <L> what the screen shows of it
 */
public final class PairCell<V, L> extends LineCell<V, L> {

    private final Function<? super L, String> main;
    private final Function<? super L, String> aside;
    private final Label mainLabel = new Label();
    private final Label asideLabel = new Label();
    private final HBox pair = new Pair();
    private final Tooltip whole = new Tooltip();

    public PairCell(Function<? super L, String> main, Function<? super L, String> aside) {
        this.main = main;
        this.aside = aside;
        mainLabel.getStyleClass().add("figures");
        asideLabel.getStyleClass().addAll("aside", "figures");
        whole.textProperty().bind(textProperty());
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    @Override
    protected void show(L line, boolean sameRow) {
        mainLabel.setText(main.apply(line));
        asideLabel.setText(aside.apply(line));
        setText(mainLabel.getText() + " " + asideLabel.getText());
        setTooltip(whole);
        setGraphic(pair);
    }

    @Override
    protected void clear() {
        setText(null);
        setGraphic(null);
        setTooltip(null);
    }

    private final class Pair extends HBox {

        Pair() {
            super(mainLabel, asideLabel);
            getStyleClass().add("pair");
            setAlignment(Pos.CENTER_LEFT);
            asideLabel.managedProperty().bind(asideLabel.visibleProperty());
        }

        /** Asks for room for both, so that what was left out comes back. */
        @Override
        protected double computePrefWidth(double height) {
            return snapSizeX(mainLabel.prefWidth(-1)) + snapSpaceX(getSpacing()) + snapSizeX(asideLabel.prefWidth(-1));
        }

        @Override
        protected void layoutChildren() {
            asideLabel.setVisible(computePrefWidth(-1) <= getWidth());
            super.layoutChildren();
        }
    }
}
