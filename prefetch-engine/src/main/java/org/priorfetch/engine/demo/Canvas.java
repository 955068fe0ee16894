package org.priorfetch.engine.demo;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws one image in grey levels from 0 to 255. The drawing area reaches from -1 to 1 along the shorter side, x to the
 * right, y downwards; smoothed edges stand for the partial volumes of a real image.
 */
final class Canvas {

    private static final int MAX_LEVEL = 255;

    private final BufferedImage image;
    private final Graphics2D graphics;

    Canvas(int rows, int columns) {
        image = new BufferedImage(columns, rows, BufferedImage.TYPE_INT_RGB);
        graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        double scale = Math.min(rows, columns) / 2.0;
        graphics.translate(columns / 2.0, rows / 2.0);
        graphics.scale(scale, scale);
    }

    Canvas fill(Shape shape, int level) {
        return fill(shape, level, 1);
    }

    /** Fills half transparently, as in a projection through the body. */
    Canvas fill(Shape shape, int level, double opacity) {
        use(level, opacity);
        graphics.fill(shape);
        return this;
    }

    Canvas oval(double x, double y, double radiusX, double radiusY, int level) {
        return fill(oval(x, y, radiusX, radiusY), level);
    }

    Canvas line(Shape path, double width, int level, double opacity) {
        use(level, opacity);
        graphics.setStroke(new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(path);
        return this;
    }

    /** Draws only inside the shape from now on; null ends that. */
    Canvas within(@Nullable Shape shape) {
        graphics.setClip(shape);
        return this;
    }

    Canvas text(String text, double x, double y, double height, int level) {
        use(level, 1);
        graphics.setFont(graphics.getFont().deriveFont((float) height));
        graphics.drawString(text, (float) x, (float) y);
        return this;
    }

    /**
     * The image as stored values, row by row.
     *
     * @param perLevel stored value for each grey level
     * @param noise standard deviation of the noise, in stored values
     */
    short[] pixels(double perLevel, double noise, RandomGenerator random) {
        graphics.dispose();
        int columns = image.getWidth();
        int[] levels = image.getRGB(0, 0, columns, image.getHeight(), null, 0, columns);
        short[] pixels = new short[levels.length];
        double limit = (MAX_LEVEL + 1) * perLevel - 1;
        double grain = 0;
        for (int i = 0; i < pixels.length; i++) {
            grain = 0.4 * grain + 0.9 * random.nextGaussian();
            double value = (levels[i] & MAX_LEVEL) * perLevel + noise * grain;
            pixels[i] = (short) Math.clamp(value, 0, limit);
        }
        return pixels;
    }

    static Shape oval(double x, double y, double radiusX, double radiusY) {
        return new Ellipse2D.Double(x - radiusX, y - radiusY, 2 * radiusX, 2 * radiusY);
    }

    static Shape tilted(double x, double y, double radiusX, double radiusY, double degrees) {
        AffineTransform turn = AffineTransform.getRotateInstance(Math.toRadians(degrees), x, y);
        return turn.createTransformedShape(oval(x, y, radiusX, radiusY));
    }

    static Shape mirrored(Shape shape) {
        return AffineTransform.getScaleInstance(-1, 1).createTransformedShape(shape);
    }

    static Shape scaled(Shape shape, double factor, double x, double y) {
        AffineTransform scale = AffineTransform.getTranslateInstance(x, y);
        scale.scale(factor, factor);
        scale.translate(-x, -y);
        return scale.createTransformedShape(shape);
    }

    /** A smooth closed outline through the points, given as x, y, x, y, … */
    static Shape outline(double... points) {
        return curve(true, points);
    }

    /** A smooth open curve through the points, given as x, y, x, y, … */
    static Shape stroke(double... points) {
        return curve(false, points);
    }

    private static Path2D curve(boolean closed, double... p) {
        int count = p.length / 2;
        Path2D path = new Path2D.Double();
        path.moveTo(p[0], p[1]);
        int segments = closed ? count : count - 1;
        for (int i = 0; i < segments; i++) {
            int before = neighbour(i - 1, count, closed);
            int next = neighbour(i + 1, count, closed);
            int after = neighbour(i + 2, count, closed);
            path.curveTo(p[2 * i] + (p[2 * next] - p[2 * before]) / 6,
                    p[2 * i + 1] + (p[2 * next + 1] - p[2 * before + 1]) / 6,
                    p[2 * next] - (p[2 * after] - p[2 * i]) / 6,
                    p[2 * next + 1] - (p[2 * after + 1] - p[2 * i + 1]) / 6, p[2 * next], p[2 * next + 1]);
        }
        if (closed) {
            path.closePath();
        }
        return path;
    }

    private static int neighbour(int index, int count, boolean closed) {
        return closed ? Math.floorMod(index, count) : Math.clamp(index, 0, count - 1);
    }

    private void use(int level, double opacity) {
        graphics.setColor(new Color(level, level, level));
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
    }
}
