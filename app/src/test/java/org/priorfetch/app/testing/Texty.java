package org.priorfetch.app.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TreeTableCell;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

/** Reads what stands on the screen. */
public final class Texty {

    private Texty() {}

    /** All texts that can be seen, also where they are cut. */
    public static List<String> visibleTexts(Node root) {
        return labels(root).map(Labeled::getText).filter(text -> text != null && !text.isEmpty()).toList();
    }

    /** Texts that do not fit, but for those that a tooltip shows whole. */
    public static List<String> cutTexts(Node root) {
        return labels(root).filter(label -> !standsInFreeColumn(label) && !isWholeInTooltip(label))
                .filter(Texty::isCut)
                .map(Labeled::getText)
                .toList();
    }

    private static boolean isCut(Labeled label) {
        String wanted = label.getText() == null ? "" : label.getText();
        return label.getChildrenUnmodifiable()
                .stream()
                .filter(Text.class::isInstance)
                .map(Text.class::cast)
                .filter(text -> text.getStyleClass().contains("text"))
                .anyMatch(text -> !text.getText().equals(wanted));
    }

    private static boolean isWholeInTooltip(Labeled label) {
        return label.getTooltip() != null && Objects.equals(label.getTooltip().getText(), label.getText());
    }

    private static boolean standsInFreeColumn(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof TableCell<?, ?> cell) {
                return isFree(cell.getTableColumn());
            }
            if (at instanceof TreeTableCell<?, ?> cell) {
                return isFree(cell.getTableColumn());
            }
        }
        return false;
    }

    private static boolean isFree(@Nullable TableColumnBase<?, ?> column) {
        return column == null || column.getMaxWidth() > column.getMinWidth();
    }

    private static Stream<Labeled> labels(Node root) {
        List<Labeled> found = new ArrayList<>();
        collect(root, found);
        return found.stream();
    }

    private static void collect(Node node, List<Labeled> found) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled label) {
            found.add(label);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, found));
        }
    }
}
