package org.priorfetch.app.tray;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.awt.geom.AffineTransform;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BaseMultiResolutionImage;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.DoubleStream;
import javax.imageio.ImageIO;

import org.priorfetch.icons.Icon;
import org.priorfetch.icons.IconResources;

/**
 * Draws the icon from its masters: the ring that fills and the count are drawn over them, on a square of 32 units.
 */
final class TrayPainter {

    private static final double UNITS = 32;
    private static final double PLATE_TOP = 12.5;
    private static final double GAP = 2;
    private static final double[] SCALES = {1, 1.25, 1.5, 1.75, 2};
    private static final Color WORK = new Color(0x2f81f7);
    private static final Color WORK_LEFT = new Color(0x2f, 0x81, 0xf7, 0x55);
    private static final Color ATTENTION = new Color(0xd4911a);
    private static final Color ON_ATTENTION = new Color(0x1f1300);

    private final boolean template;

    /** @param template whether to draw the stencil that macOS colours itself: black, and what is white left out */
    TrayPainter(boolean template) {
        this.template = template;
    }

    /** The icon for screens from 100 to 200 %. */
    Image paint(TrayPicture picture, int size) {
        return new BaseMultiResolutionImage(DoubleStream.of(SCALES)
                .mapToObj(scale -> draw(picture, (int) Math.round(size * scale)))
                .toArray(Image[]::new));
    }

    BufferedImage draw(TrayPicture picture, int size) {
        BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            switch (picture.kind()) {
                case ALL_READY -> master(graphics, Icon.ALL_READY, size);
                case NO_CONNECTION -> master(graphics, Icon.NO_CONNECTION, size);
                case WORKING -> working(graphics, picture, size);
                case NEEDS_ATTENTION -> attention(graphics, picture, size);
            }
        } finally {
            graphics.dispose();
        }
        return template ? Stencil.of(image) : image;
    }

    private static void master(Graphics2D graphics, Icon icon, int size) {
        try (InputStream in = IconResources.open(icon, size)) {
            graphics.drawImage(ImageIO.read(in), 0, 0, size, size, null);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static void working(Graphics2D graphics, TrayPicture picture, int size) {
        graphics.scale(size / UNITS, size / UNITS);
        graphics.setStroke(new BasicStroke(4.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND));
        graphics.setColor(WORK_LEFT);
        graphics.draw(arc(360));
        graphics.setColor(WORK);
        graphics.draw(arc(-360.0 * picture.filled() / TrayPicture.PARTS));
        if (picture.paused()) {
            graphics.fill(new RoundRectangle2D.Double(10.6, 9.5, 3.9, 13, 1.6, 1.6));
            graphics.fill(new RoundRectangle2D.Double(17.5, 9.5, 3.9, 13, 1.6, 1.6));
        } else {
            graphics.setStroke(new BasicStroke(3.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
            graphics.draw(arrow());
        }
    }

    /** Clockwise from the top. */
    private static Arc2D arc(double degrees) {
        return new Arc2D.Double(3.3, 3.3, UNITS - 6.6, UNITS - 6.6, 90, degrees, Arc2D.OPEN);
    }

    private static Path2D arrow() {
        Path2D arrow = new Path2D.Double();
        arrow.moveTo(16, 9.5);
        arrow.lineTo(16, 22);
        arrow.moveTo(11, 17.2);
        arrow.lineTo(16, 22.2);
        arrow.lineTo(21, 17.2);
        return arrow;
    }

    /** The count takes the question mark's place beside the person. */
    private void attention(Graphics2D graphics, TrayPicture picture, int size) {
        master(graphics, Icon.NEEDS_ATTENTION, size);
        graphics.scale(size / UNITS, size / UNITS);
        double left = picture.badge() > TrayPicture.MOST ? 8 : 12;
        graphics.setComposite(AlphaComposite.Clear);
        graphics.fill(new Rectangle2D.Double(19, 0, UNITS - 19, UNITS));
        graphics.fill(plate(left - GAP, PLATE_TOP - GAP));
        graphics.setComposite(AlphaComposite.SrcOver);
        graphics.setColor(ATTENTION);
        graphics.fill(plate(left, PLATE_TOP));
        graphics.setColor(template ? Color.WHITE : ON_ATTENTION);
        graphics.fill(fitted(picture.badgeText(), plate(left, PLATE_TOP).getBounds2D()));
    }

    private static RoundRectangle2D plate(double left, double top) {
        return new RoundRectangle2D.Double(left, top, UNITS - left, UNITS - top, 8, 8);
    }

    private static Shape fitted(String text, Rectangle2D plate) {
        Font font = new Font(Font.SANS_SERIF, Font.BOLD, 24);
        GlyphVector glyphs = font.createGlyphVector(new FontRenderContext(null, true, true), text);
        Rectangle2D ink = glyphs.getVisualBounds();
        double scale = Math.min((plate.getWidth() - 3.5) / ink.getWidth(), (plate.getHeight() - 4) / ink.getHeight());
        AffineTransform place = AffineTransform.getTranslateInstance(plate.getCenterX(), plate.getCenterY());
        place.scale(scale, scale);
        place.translate(-ink.getCenterX(), -ink.getCenterY());
        return place.createTransformedShape(glyphs.getOutline());
    }
}
