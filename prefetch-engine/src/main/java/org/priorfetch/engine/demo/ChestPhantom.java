package org.priorfetch.engine.demo;

import static org.priorfetch.engine.demo.Canvas.outline;
import static org.priorfetch.engine.demo.Canvas.oval;
import static org.priorfetch.engine.demo.Canvas.scaled;
import static org.priorfetch.engine.demo.Canvas.tilted;
import static org.priorfetch.engine.demo.Painter.bump;
import static org.priorfetch.engine.demo.TorsoPhantom.BLOOD;
import static org.priorfetch.engine.demo.TorsoPhantom.BONE;
import static org.priorfetch.engine.demo.TorsoPhantom.FAT;
import static org.priorfetch.engine.demo.TorsoPhantom.MUSCLE;
import static org.priorfetch.engine.demo.TorsoPhantom.SPONGY_BONE;
import static org.priorfetch.engine.demo.TorsoPhantom.hu;

import java.awt.Shape;
import java.util.random.RandomGenerator;

/** CT slices of a chest, seen from below: the patient's right is on the left of the image. */
final class ChestPhantom {

    private static final int LUNG = hu(-860);
    private static final int AIR = hu(-1000);
    private static final int LIVER = hu(100);

    private ChestPhantom() {}

    /** From the apex of the lungs to the diaphragm. */
    static void paint(Canvas canvas, double position, RandomGenerator anatomy) {
        double size = 0.94 + 0.06 * anatomy.nextDouble();
        double lung = 0.45 + 0.55 * bump(position, 0.62, 0.75);
        TorsoPhantom.body(canvas, 0.86 * size, 0.60 * size);
        TorsoPhantom.ribs(canvas, 0.74 * size, 0.49 * size, position, 12);
        canvas.oval(0, -0.02, 0.68 * size, 0.44 * size, MUSCLE);
        canvas.oval(0, -0.05, 0.24, 0.36 * size, FAT);
        lungs(canvas, lung * size, anatomy);
        vessels(canvas, lung * size, position, anatomy);
        heartAndVessels(canvas, position);
        windpipe(canvas, position);
        canvas.fill(oval(0, -0.47 * size, 0.09, 0.028), BONE).oval(0, -0.47 * size, 0.07, 0.016, SPONGY_BONE);
        if (position > 0.8) {
            canvas.fill(scaled(oval(-0.33, -0.02, 0.26, 0.28), (position - 0.7) * 3, -0.33, -0.02), LIVER);
        }
        TorsoPhantom.spine(canvas);
    }

    private static void lungs(Canvas canvas, double lung, RandomGenerator anatomy) {
        Shape right = outline(-0.20, -0.36, -0.45, -0.30, -0.60, -0.05, -0.56, 0.22, -0.36, 0.36, -0.17, 0.28, -0.20,
                0.02);
        Shape left = outline(0.22, -0.35, 0.45, -0.30, 0.60, -0.05, 0.56, 0.22, 0.36, 0.36, 0.17, 0.28, 0.26, 0.02);
        double asymmetry = 0.97 + 0.03 * anatomy.nextDouble();
        canvas.fill(scaled(right, lung, -0.36, 0.03), LUNG).fill(scaled(left, lung * asymmetry, 0.38, 0.03), LUNG);
    }

    /** Bronchial vessels run through the slices, so they wander a little from one to the next. */
    private static void vessels(Canvas canvas, double lung, double position, RandomGenerator anatomy) {
        for (int i = 0; i < 46; i++) {
            double angle = anatomy.nextDouble() * 2 * Math.PI;
            double distance = Math.sqrt(anatomy.nextDouble()) * 0.85;
            double drift = 0.5 * position * (anatomy.nextDouble() - 0.5);
            double side = i % 2 == 0 ? -0.38 : 0.40;
            double x = side + (distance * Math.cos(angle) * 0.18 + drift * 0.15) * lung;
            double y = 0.03 + (distance * Math.sin(angle) * 0.28 + drift * 0.25) * lung;
            double radius = 0.004 + 0.014 * (1 - distance) * anatomy.nextDouble();
            canvas.fill(tilted(x, y, radius * (1 + 1.5 * anatomy.nextDouble()), radius, Math.toDegrees(angle)),
                    hu(20));
        }
    }

    private static void heartAndVessels(Canvas canvas, double position) {
        double heart = bump(position, 0.8, 0.34);
        if (heart > 0) {
            Shape muscle = outline(-0.16, -0.24, 0.08, -0.31, 0.30, -0.16, 0.34, 0.03, 0.14, 0.12, -0.08, 0.08, -0.18,
                    -0.08);
            canvas.fill(scaled(muscle, 0.5 + 0.5 * heart, 0.05, -0.08), hu(70));
            canvas.fill(scaled(tilted(0.16, -0.08, 0.11, 0.075, 35), heart, 0.16, -0.08), BLOOD);
            canvas.fill(scaled(tilted(-0.04, -0.12, 0.08, 0.075, 20), heart, -0.04, -0.12), BLOOD);
        } else if (position > 0.3) {
            canvas.oval(-0.06, -0.16, 0.075, 0.07, BLOOD).fill(tilted(0.08, -0.10, 0.12, 0.05, -20), hu(150));
        } else {
            canvas.oval(0.06, -0.16, 0.04, 0.04, BLOOD).oval(-0.09, -0.14, 0.045, 0.04, BLOOD);
        }
        if (Math.abs(position - 0.3) < 0.06) {
            canvas.fill(tilted(0.04, -0.02, 0.19, 0.065, 60), BLOOD);
        }
        if (position > 0.3) {
            canvas.oval(0.12, 0.21, 0.052, 0.052, BLOOD);
        }
    }

    private static void windpipe(Canvas canvas, double position) {
        if (position < 0.42) {
            canvas.oval(0, 0.02, 0.052, 0.057, MUSCLE).oval(0, 0.02, 0.042, 0.047, AIR);
        } else if (position < 0.56) {
            double apart = 0.04 + (position - 0.42) * 0.6;
            canvas.fill(tilted(-apart, 0.05, 0.045, 0.03, -25), AIR).fill(tilted(apart, 0.05, 0.045, 0.03, 25), AIR);
        }
        canvas.oval(0.03, 0.14, 0.035, 0.025, MUSCLE).oval(0.03, 0.14, 0.012, 0.008, hu(-300));
    }
}
