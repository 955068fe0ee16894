package org.priorfetch.engine.demo;

import static org.priorfetch.engine.demo.Canvas.outline;
import static org.priorfetch.engine.demo.Canvas.oval;
import static org.priorfetch.engine.demo.Canvas.scaled;
import static org.priorfetch.engine.demo.Canvas.tilted;
import static org.priorfetch.engine.demo.Painter.bump;
import static org.priorfetch.engine.demo.TorsoPhantom.BLOOD;
import static org.priorfetch.engine.demo.TorsoPhantom.FAT;
import static org.priorfetch.engine.demo.TorsoPhantom.FLUID;
import static org.priorfetch.engine.demo.TorsoPhantom.MUSCLE;
import static org.priorfetch.engine.demo.TorsoPhantom.hu;

import java.awt.Shape;
import java.util.random.RandomGenerator;

/** CT slices of an abdomen, seen from below: the patient's right is on the left of the image. */
final class AbdomenPhantom {

    private static final int LIVER = hu(100);
    private static final int SPLEEN = hu(115);
    private static final int KIDNEY = hu(170);

    private AbdomenPhantom() {}

    /** From the dome of the liver to the iliac crest. */
    static void paint(Canvas canvas, double position, RandomGenerator anatomy) {
        double size = 0.94 + 0.06 * anatomy.nextDouble();
        TorsoPhantom.body(canvas, 0.88 * size, 0.60 * size);
        if (position < 0.6) {
            TorsoPhantom.ribs(canvas, 0.74 * size, 0.47 * size, position, 8);
        }
        canvas.oval(0, -0.03, 0.70 * size, 0.43 * size, MUSCLE).oval(0, -0.05, 0.66 * size, 0.39 * size, FAT);
        bowel(canvas, position, anatomy);
        upperOrgans(canvas, position);
        kidneys(canvas, position);
        psoas(canvas, position);
        canvas.oval(0.05, 0.16, 0.05, 0.05, BLOOD).oval(-0.08, 0.17, 0.06, 0.045, hu(120));
        TorsoPhantom.spine(canvas);
    }

    private static void bowel(Canvas canvas, double position, RandomGenerator anatomy) {
        canvas.within(oval(0, -0.05, 0.63, 0.36));
        for (int i = 0; i < 34; i++) {
            double x = -0.5 + anatomy.nextDouble();
            double y = -0.38 + 0.55 * anatomy.nextDouble();
            double depth = anatomy.nextDouble();
            double radius = 0.10 * bump(position, 0.2 + depth, 0.3);
            boolean gas = anatomy.nextInt(4) == 0;
            if (radius > 0.02) {
                canvas.oval(x, y, radius * 1.3, radius, MUSCLE).oval(x, y, radius * 1.05, radius * 0.76, hu(30));
                if (gas) {
                    canvas.oval(x, y - radius * 0.3, radius * 0.8, radius * 0.4, hu(-800));
                }
            }
        }
        canvas.within(null);
    }

    private static void upperOrgans(Canvas canvas, double position) {
        double stomach = bump(position, 0.15, 0.35);
        if (stomach > 0) {
            canvas.fill(scaled(tilted(0.22, -0.14, 0.27, 0.16, 15), stomach, 0.24, -0.14), MUSCLE);
            canvas.fill(scaled(tilted(0.22, -0.14, 0.24, 0.13, 15), stomach, 0.24, -0.14), FLUID);
            canvas.fill(scaled(tilted(0.20, -0.22, 0.17, 0.05, 8), stomach, 0.24, -0.14), hu(-900));
        }
        double spleen = bump(position, 0.25, 0.35);
        canvas.fill(scaled(outline(0.46, -0.10, 0.62, 0.02, 0.58, 0.20, 0.42, 0.28, 0.48, 0.10), spleen, 0.55, 0.1),
                SPLEEN);
        double liver = bump(position, 0.1, 0.75);
        Shape lobes = outline(0.16, -0.32, -0.20, -0.40, -0.54, -0.24, -0.64, 0.02, -0.54, 0.24, -0.34, 0.26, -0.24,
                0.06, -0.06, -0.06);
        canvas.fill(scaled(lobes, liver, -0.5, 0.0), LIVER);
        canvas.fill(scaled(tilted(-0.34, -0.04, 0.13, 0.022, 30), liver, -0.5, 0), hu(160));
        canvas.fill(scaled(tilted(-0.36, 0.06, 0.10, 0.018, -35), liver, -0.5, 0), hu(160));
        double gallBladder = bump(position, 0.5, 0.14);
        canvas.fill(scaled(tilted(-0.24, -0.10, 0.055, 0.09, 25), gallBladder, -0.24, -0.1), FLUID);
        double pancreas = bump(position, 0.42, 0.14);
        canvas.fill(scaled(outline(-0.12, 0.04, 0.06, -0.02, 0.30, 0.02, 0.32, 0.08, 0.08, 0.06, -0.10, 0.12), pancreas,
                0.1, 0.04), hu(85));
    }

    private static void kidneys(Canvas canvas, double position) {
        for (int side : new int[]{-1, 1}) {
            double kidney = bump(position, side < 0 ? 0.62 : 0.55, 0.28);
            double x = side * 0.33;
            canvas.fill(scaled(tilted(x, 0.20, 0.10, 0.135, side * 25), kidney, x, 0.2), KIDNEY);
            canvas.fill(scaled(tilted(x - side * 0.045, 0.19, 0.045, 0.07, side * 25), kidney, x, 0.2), FAT);
            canvas.fill(scaled(tilted(x - side * 0.04, 0.19, 0.018, 0.035, side * 25), kidney, x, 0.2), FLUID);
        }
    }

    private static void psoas(Canvas canvas, double position) {
        double psoas = Math.min(1, Math.max(0, (position - 0.35) * 2.5));
        canvas.fill(scaled(tilted(-0.19, 0.31, 0.065, 0.095, 15), psoas, -0.19, 0.31), hu(60));
        canvas.fill(scaled(tilted(0.19, 0.31, 0.065, 0.095, -15), psoas, 0.19, 0.31), hu(60));
    }
}
