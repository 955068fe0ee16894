package org.priorfetch.app.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

import org.jspecify.annotations.Nullable;

/** Reads what stands on the screen. */
public final class Texty {

    private Texty() {}

    /** The same as the next pulse makes it: until then, what is new stands nowhere, and cells show what was there before. */
    public static <T extends Parent> T laidOut(T root) {
        root.applyCss();
        root.layout();
        return root;
    }

    /** All texts that can be seen, also where they are cut. */
    public static List<String> visibleTexts(Node root) {
        return labels(root).map(Labeled::getText).filter(text -> text != null && !text.isEmpty()).toList();
    }

    /** Everything that makes a picture hard to read: texts that do not fit, and things that lie on each other. */
    public static List<String> flaws(Node root) {
        return Stream.of(cutTexts(root), textsBeyondTheWindow(root), Overlaps.in(root)).flatMap(List::stream).toList();
    }

    /** Texts that leave the window where nothing scrolls. */
    private static List<String> textsBeyondTheWindow(Node root) {
        Bounds window = root.getScene().getRoot().getLayoutBounds();
        return all(root, Text.class).filter(text -> !text.getText().isBlank() && !scrolls(text))
                .filter(text -> !mayBeLonger(text) && leaves(window, text.localToScene(text.getLayoutBounds())))
                .map(text -> text.getText() + " leaves the window")
                .toList();
    }

    private static boolean leaves(Bounds window, Bounds text) {
        return text.getMaxX() > window.getMaxX() + 1 || text.getMaxY() > window.getMaxY() + 1
                || text.getMinX() < window.getMinX() - 1 || text.getMinY() < window.getMinY() - 1;
    }

    private static boolean scrolls(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ScrollPane || at instanceof VirtualFlow<?>) {
                return true;
            }
        }
        return false;
    }

    /** Texts that do not fit, but for those that a tooltip shows whole; and prompts and texts that an edge cuts. */
    static List<String> cutTexts(Node root) {
        Stream<String> shortened = labels(root).filter(label -> !standsInFreeColumn(label) && !isWholeInTooltip(label))
                .filter(Texty::isCut)
                .map(Labeled::getText);
        Stream<String> clipped = all(root, Text.class).filter(text -> !mayBeLonger(text) && isClipped(text))
                .map(Text::getText);
        return Stream.concat(shortened, clipped).toList();
    }

    /** Whether a part of it lies beyond the left or right edge of something that shows no more; lists scroll up and down. */
    private static boolean isClipped(Text text) {
        Bounds bounds = text.localToScene(text.getBoundsInLocal());
        for (Node at = text.getParent(); at != null && !text.getText().isBlank(); at = at.getParent()) {
            if (at.getClip() != null) {
                Bounds edge = at.localToScene(at.getClip().getBoundsInParent());
                boolean seen = bounds.getMaxY() > edge.getMinY() && bounds.getMinY() < edge.getMaxY();
                if (seen && edge.getWidth() > 0
                        && (bounds.getMinX() < edge.getMinX() - 1 || bounds.getMaxX() > edge.getMaxX() + 1)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** What a person writes into a field may be longer than it, and so may a prompt that a tooltip shows whole. */
    private static boolean mayBeLonger(Text text) {
        for (Node at = text; at != null; at = at.getParent()) {
            if (at instanceof TextInputControl field) {
                boolean whole = field.getTooltip() != null
                        && text.getText().equals(field.getTooltip().getText());
                return whole || !text.getText().equals(field.getPromptText());
            }
        }
        return false;
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
        return all(root, Labeled.class);
    }

    private static <T extends Node> Stream<T> all(Node root, Class<T> type) {
        List<T> found = new ArrayList<>();
        collect(root, type, found);
        return found.stream();
    }

    private static <T extends Node> void collect(Node node, Class<T> type, List<T> found) {
        if (!node.isVisible()) {
            return;
        }
        if (type.isInstance(node)) {
            found.add(type.cast(node));
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, type, found));
        }
    }
}
