package org.priorfetch.app.panel;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.geometry.Dimension2D;
import javafx.geometry.Point2D;
import javafx.geometry.Rectangle2D;
import org.jspecify.annotations.Nullable;

/** Where the panel opens: beside the tray icon on whichever edge that stands, and wholly on that screen. */
final class PanelPlace {

    /**
     * One screen.
     *
     * @param whole all of it, task bars too
     * @param free what task bars and docks leave
     */
    record Area(Rectangle2D whole, Rectangle2D free) {}

    private enum Edge {
        TOP, BOTTOM, LEFT, RIGHT
    }

    private static final double GAP = 8;
    /** No bar is higher. */
    private static final double BAR = 64;

    private PanelPlace() {}

    /**
     * Places the panel beside the icon, or in the middle of the first screen where the icon's place is not known.
     *
     * @param screens at least one, the primary one first
     * @param wanted the panel's size; it is made smaller where the screen is
     */
    static Rectangle2D of(@Nullable Rectangle2D icon, List<Area> screens, Dimension2D wanted) {
        if (icon == null) {
            return centred(screens.getFirst().free(), wanted);
        }
        Area screen = nearest(middle(icon), screens);
        Rectangle2D free = screen.free();
        Dimension2D size = fitted(wanted, free);
        Point2D corner = switch (edge(middle(icon), screen)) {
            case TOP -> new Point2D(beside(icon.getMinX(), icon.getWidth(), size.getWidth()), icon.getMaxY() + GAP);
            case BOTTOM -> new Point2D(beside(icon.getMinX(), icon.getWidth(), size.getWidth()),
                    icon.getMinY() - GAP - size.getHeight());
            case LEFT -> new Point2D(icon.getMaxX() + GAP, beside(icon.getMinY(), icon.getHeight(), size.getHeight()));
            case RIGHT -> new Point2D(icon.getMinX() - GAP - size.getWidth(),
                    beside(icon.getMinY(), icon.getHeight(), size.getHeight()));
        };
        return new Rectangle2D(within(corner.getX(), free.getMinX(), free.getMaxX(), size.getWidth()),
                within(corner.getY(), free.getMinY(), free.getMaxY(), size.getHeight()), size.getWidth(),
                size.getHeight());
    }

    /** Whether windows may choose their place here; under Wayland they may not. */
    static boolean isKnown(Map<String, String> environment) {
        return environment.getOrDefault("WAYLAND_DISPLAY", "").isEmpty()
                && !"wayland".equalsIgnoreCase(environment.get("XDG_SESSION_TYPE"));
    }

    private static Rectangle2D centred(Rectangle2D free, Dimension2D wanted) {
        Dimension2D size = fitted(wanted, free);
        return new Rectangle2D(Math.round(free.getMinX() + (free.getWidth() - size.getWidth()) / 2),
                Math.round(free.getMinY() + (free.getHeight() - size.getHeight()) / 2), size.getWidth(),
                size.getHeight());
    }

    private static Dimension2D fitted(Dimension2D wanted, Rectangle2D free) {
        return new Dimension2D(Math.min(wanted.getWidth(), free.getWidth() - 2 * GAP),
                Math.min(wanted.getHeight(), free.getHeight() - 2 * GAP));
    }

    private static Area nearest(Point2D point, List<Area> screens) {
        return screens.stream()
                .min(Comparator.comparingDouble(screen -> distance(point, screen.whole())))
                .orElseThrow();
    }

    private static double distance(Point2D point, Rectangle2D area) {
        double x = Math.clamp(point.getX(), area.getMinX(), area.getMaxX());
        double y = Math.clamp(point.getY(), area.getMinY(), area.getMaxY());
        return point.distance(x, y);
    }

    /** The one whose bar the icon stands in; where no room is kept free for one, the one that the icon lies nearest to. */
    private static Edge edge(Point2D point, Area screen) {
        Rectangle2D free = screen.free();
        if (point.getY() < free.getMinY()) {
            return Edge.TOP;
        }
        if (point.getY() > free.getMaxY()) {
            return Edge.BOTTOM;
        }
        if (point.getX() < free.getMinX()) {
            return Edge.LEFT;
        }
        return point.getX() > free.getMaxX() ? Edge.RIGHT : nearest(point, screen.whole());
    }

    /** In a corner, above or below: bars stand mostly there. */
    private static Edge nearest(Point2D point, Rectangle2D whole) {
        double top = point.getY() - whole.getMinY();
        double bottom = whole.getMaxY() - point.getY();
        double left = point.getX() - whole.getMinX();
        double right = whole.getMaxX() - point.getX();
        double upright = Math.min(top, bottom);
        if (upright <= BAR || upright <= Math.min(left, right)) {
            return top < bottom ? Edge.TOP : Edge.BOTTOM;
        }
        return left < right ? Edge.LEFT : Edge.RIGHT;
    }

    /** Lined up with the middle of the icon. */
    private static double beside(double iconStart, double iconLength, double length) {
        return Math.round(iconStart + (iconLength - length) / 2);
    }

    private static double within(double start, double from, double to, double length) {
        return Math.clamp(start, from + GAP, to - GAP - length);
    }

    private static Point2D middle(Rectangle2D area) {
        return new Point2D(area.getMinX() + area.getWidth() / 2, area.getMinY() + area.getHeight() / 2);
    }
}
