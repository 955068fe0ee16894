package org.priorfetch.engine.demo;

import static org.priorfetch.engine.demo.Canvas.outline;
import static org.priorfetch.engine.demo.Canvas.tilted;

/** What chest and abdomen share in CT slices: the body wall, ribs and spine, and the grey levels of tissues. */
final class TorsoPhantom {

    static final int HU_PER_LEVEL = 8;

    static final int FAT = hu(-100);
    static final int FLUID = hu(8);
    static final int MUSCLE = hu(52);
    static final int BLOOD = hu(140);
    static final int SPONGY_BONE = hu(220);
    static final int BONE = hu(650);
    private static final int TABLE = hu(-150);

    private TorsoPhantom() {}

    /** The grey level of a CT number. */
    static int hu(int units) {
        return 128 + units / HU_PER_LEVEL;
    }

    static void body(Canvas canvas, double radiusX, double radiusY) {
        canvas.line(Canvas.stroke(-0.75, 0.66, -0.3, 0.78, 0.3, 0.78, 0.75, 0.66), 0.03, TABLE, 1);
        canvas.oval(0, 0.02, radiusX, radiusY, hu(20)).oval(0, 0.02, radiusX - 0.012, radiusY - 0.012, FAT);
        canvas.oval(0, 0.0, radiusX - 0.07, radiusY - 0.07, MUSCLE);
        canvas.fill(tilted(-0.24, 0.44, 0.19, 0.07, 8), hu(60)).fill(tilted(0.24, 0.44, 0.19, 0.07, -8), hu(60));
    }

    static void ribs(Canvas canvas, double radiusX, double radiusY, double position, int count) {
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / count + position * 2.2;
            double x = radiusX * Math.cos(angle);
            double y = radiusY * Math.sin(angle) - 0.01;
            if (Math.abs(x) > 0.16) {
                double tilt = Math.toDegrees(Math.atan2(radiusY * Math.cos(angle), -radiusX * Math.sin(angle)));
                canvas.fill(tilted(x, y, 0.075, 0.022, tilt), BONE).fill(tilted(x, y, 0.05, 0.011, tilt), SPONGY_BONE);
            }
        }
    }

    static void spine(Canvas canvas) {
        canvas.fill(outline(0, 0.60, -0.03, 0.50, -0.20, 0.44, -0.12, 0.39, 0, 0.42, 0.12, 0.39, 0.20, 0.44, 0.03,
                0.50), BONE);
        canvas.oval(0, 0.31, 0.125, 0.095, BONE).oval(0, 0.31, 0.108, 0.078, SPONGY_BONE);
        canvas.oval(0, 0.435, 0.05, 0.04, hu(25)).oval(0, 0.435, 0.028, 0.022, hu(42));
    }
}
