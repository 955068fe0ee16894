package org.priorfetch.engine.demo;

import static org.priorfetch.engine.demo.Canvas.outline;
import static org.priorfetch.engine.demo.Canvas.oval;
import static org.priorfetch.engine.demo.Canvas.tilted;

import java.awt.Shape;
import java.awt.geom.Arc2D;
import java.awt.geom.Area;
import java.util.random.RandomGenerator;

/** Sector images of liver, gall bladder and kidney with speckle. */
final class UltrasoundPhantom {

    private UltrasoundPhantom() {}

    static void abdomen(Canvas canvas, double position, RandomGenerator anatomy) {
        canvas.within(sector());
        canvas.fill(sector(), 70);
        canvas.fill(outline(-0.8, -0.7, 0.8, -0.7, 0.9, -0.3, 0.3, 0.45, -0.5, 0.6, -0.9, 0.2), 92);
        canvas.line(Canvas.stroke(-0.9, 0.55, -0.3, 0.66, 0.3, 0.5, 0.8, 0.2), 0.03, 200, 0.8);
        if (position < 0.5) {
            gallBladder(canvas);
        } else {
            kidney(canvas);
        }
        for (int i = 0; i < 9; i++) {
            double x = -0.6 + 1.1 * anatomy.nextDouble();
            double y = -0.5 + 0.8 * anatomy.nextDouble();
            canvas.fill(tilted(x, y, 0.09, 0.018, 50 * (anatomy.nextDouble() - 0.5)), 25, 0.8);
        }
        speckle(canvas, position, anatomy);
        canvas.within(null).text("PHANTOM", -1.28, -0.86, 0.07, 190);
    }

    private static Shape sector() {
        Area fan = new Area(new Arc2D.Double(-1.85, -2.35, 3.7, 3.2 + 0.08, 225, 90, Arc2D.PIE));
        fan.subtract(new Area(oval(0, -0.95, 0.28, 0.2)));
        return fan;
    }

    private static void gallBladder(Canvas canvas) {
        canvas.fill(outline(-0.24, 0.0, 0.06, 0.02, 0.12, 0.72, -0.32, 0.72), 150, 0.45);
        canvas.fill(tilted(-0.08, -0.12, 0.25, 0.12, 20), 175).fill(tilted(-0.08, -0.12, 0.235, 0.105, 20), 6);
    }

    private static void kidney(Canvas canvas) {
        canvas.fill(tilted(0.12, 0.05, 0.42, 0.20, 12), 165).fill(tilted(0.12, 0.05, 0.405, 0.185, 12), 62);
        canvas.fill(tilted(0.12, 0.05, 0.24, 0.075, 12), 205);
        for (int i = -2; i <= 2; i++) {
            canvas.fill(oval(0.12 + 0.12 * i, 0.05 - 0.10 + 0.025 * i, 0.035, 0.03), 35);
        }
    }

    private static void speckle(Canvas canvas, double position, RandomGenerator anatomy) {
        for (int i = 0; i < 5200; i++) {
            double x = -1.3 + 2.6 * anatomy.nextDouble();
            double y = -1 + 2 * anatomy.nextDouble() + 0.01 * position;
            int level = anatomy.nextBoolean() ? 0 : 255;
            canvas.fill(oval(x, y, 0.016, 0.007), level, 0.05 + 0.10 * anatomy.nextDouble());
        }
    }
}
