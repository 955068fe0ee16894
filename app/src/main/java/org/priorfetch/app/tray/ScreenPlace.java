package org.priorfetch.app.tray;

import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Point;
import java.awt.Rectangle;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;

/** Where a point of AWT's is for JavaFX: the two may count the pixels of a scaled screen differently. */
final class ScreenPlace {

    private ScreenPlace() {}

    /** A square around the point. Called on the FX thread. */
    static Rectangle2D around(Point point, int size) {
        Rectangle all = awtScreens();
        Rectangle2D fx = fxScreens();
        double scaleX = fx.getWidth() / all.width;
        double scaleY = fx.getHeight() / all.height;
        return new Rectangle2D(fx.getMinX() + (point.x - size / 2.0 - all.x) * scaleX,
                fx.getMinY() + (point.y - size / 2.0 - all.y) * scaleY, size * scaleX, size * scaleY);
    }

    private static Rectangle awtScreens() {
        Rectangle all = new Rectangle(-1, -1);
        for (GraphicsDevice device : GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
            all.add(device.getDefaultConfiguration().getBounds());
        }
        return all;
    }

    private static Rectangle2D fxScreens() {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = -Double.MAX_VALUE;
        double bottom = -Double.MAX_VALUE;
        for (Screen screen : Screen.getScreens()) {
            Rectangle2D bounds = screen.getBounds();
            left = Math.min(left, bounds.getMinX());
            top = Math.min(top, bounds.getMinY());
            right = Math.max(right, bounds.getMaxX());
            bottom = Math.max(bottom, bounds.getMaxY());
        }
        return new Rectangle2D(left, top, right - left, bottom - top);
    }
}
