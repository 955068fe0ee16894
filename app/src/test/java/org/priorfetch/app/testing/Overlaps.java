package org.priorfetch.app.testing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.TextInputControl;
import javafx.scene.text.Text;

/** Finds what lies on something else: texts, icons and controls of which neither stands in the other. */
final class Overlaps {

    private static final double TOLERANCE = 1;
    /** What is meant to lie on the corner of an icon. */
    private static final String BADGE = "badge";

    /** Something that can be seen, and as much of it as its surroundings let through. */
    private record Seen(Node node, Bounds bounds) {

        boolean liesOn(Seen other) {
            double width = Math.min(bounds.getMaxX(), other.bounds.getMaxX())
                    - Math.max(bounds.getMinX(), other.bounds.getMinX());
            double height = Math.min(bounds.getMaxY(), other.bounds.getMaxY())
                    - Math.max(bounds.getMinY(), other.bounds.getMinY());
            return width > TOLERANCE && height > TOLERANCE && !contains(node, other.node)
                    && !contains(other.node, node);
        }

        String words() {
            String said = switch (node) {
                case Text text -> text.getText();
                case Labeled labeled when labeled.getText() != null -> labeled.getText();
                default -> String.valueOf(node.getId());
            };
            return "%s \"%s\"".formatted(node.getClass().getSimpleName(), said);
        }
    }

    private Overlaps() {}

    static List<String> in(Node root) {
        List<Seen> all = new ArrayList<>();
        collect(root, root.localToScene(root.getLayoutBounds()), all);
        all.sort(Comparator.comparingDouble(seen -> seen.bounds.getMinX()));
        List<String> found = new ArrayList<>();
        for (int left = 0; left < all.size(); left++) {
            Seen one = all.get(left);
            for (int right = left + 1; right < all.size()
                    && all.get(right).bounds.getMinX() < one.bounds.getMaxX() - TOLERANCE; right++) {
                if (one.liesOn(all.get(right))) {
                    found.add(one.words() + " lies on " + all.get(right).words());
                }
            }
        }
        return found;
    }

    private static void collect(Node node, Bounds shown, List<Seen> found) {
        if (!node.isVisible() || node.getOpacity() == 0 || node.getStyleClass().contains(BADGE)) {
            return;
        }
        Bounds through = node.getClip() == null ? shown
                : common(shown, node.localToScene(node.getClip().getBoundsInParent()));
        if (isOneThing(node)) {
            Bounds seen = common(through, node.localToScene(node.getLayoutBounds()));
            if (seen.getWidth() > 0 && seen.getHeight() > 0) {
                found.add(new Seen(node, seen));
            }
        }
        children(node).forEach(child -> collect(child, through, found));
    }

    /** A field's prompt and what is written lie in one place, and only one of them shows. */
    private static Stream<Node> children(Node node) {
        return node instanceof Parent parent && !(node instanceof TextInputControl)
                ? parent.getChildrenUnmodifiable().stream()
                : Stream.empty();
    }

    private static boolean isOneThing(Node node) {
        return switch (node) {
            case Text text -> !text.getText().isBlank();
            case Control control -> control instanceof ButtonBase || control instanceof TextInputControl
                    || control instanceof ComboBoxBase || control instanceof ProgressIndicator
                    || control instanceof ScrollBar;
            default -> false;
        };
    }

    private static Bounds common(Bounds one, Bounds other) {
        double x = Math.max(one.getMinX(), other.getMinX());
        double y = Math.max(one.getMinY(), other.getMinY());
        return new BoundingBox(x, y, Math.max(0, Math.min(one.getMaxX(), other.getMaxX()) - x),
                Math.max(0, Math.min(one.getMaxY(), other.getMaxY()) - y));
    }

    private static boolean contains(Node outer, Node inner) {
        for (Node at = inner.getParent(); at != null; at = at.getParent()) {
            if (at.equals(outer)) {
                return true;
            }
        }
        return false;
    }
}
