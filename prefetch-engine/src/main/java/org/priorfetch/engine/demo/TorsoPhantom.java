package org.priorfetch.engine.demo;

import static org.priorfetch.engine.demo.Canvas.outline;
import static org.priorfetch.engine.demo.Canvas.oval;
import static org.priorfetch.engine.demo.Canvas.scaled;
import static org.priorfetch.engine.demo.Canvas.tilted;
import static org.priorfetch.engine.demo.Painter.bump;

import java.awt.Shape;
import java.util.random.RandomGenerator;

/** CT slices of chest and abdomen, seen from below: the patient's right is on the left of the image. */
final class TorsoPhantom {

    static final int HU_PER_LEVEL = 8;

    private static final int LUNG = hu(-860);
    private static final int AIR = hu(-1000);
    private static final int FAT = hu(-100);
    private static final int FLUID = hu(8);
    private static final int MUSCLE = hu(52);
    private static final int BLOOD = hu(140);
    private static final int LIVER = hu(100);
    private static final int SPLEEN = hu(115);
    private static final int KIDNEY = hu(170);
    private static final int SPONGY_BONE = hu(220);
    private static final int BONE = hu(650);
    private static final int TABLE = hu(-150);

    private TorsoPhantom() {}

    /** From the apex of the lungs to the diaphragm. */
    static void chest(Canvas canvas, double position, RandomGenerator anatomy) {
        double size = 0.94 + 0.06 * anatomy.nextDouble();
        double lung = 0.45 + 0.55 * bump(position, 0.62, 0.75);
        body(canvas, 0.86 * size, 0.60 * size);
        ribs(canvas, 0.74 * size, 0.49 * size, position, 12);
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
        spine(canvas);
    }

    /** From the dome of the liver to the iliac crest. */
    static void abdomen(Canvas canvas, double position, RandomGenerator anatomy) {
        double size = 0.94 + 0.06 * anatomy.nextDouble();
        body(canvas, 0.88 * size, 0.60 * size);
        if (position < 0.6) {
            ribs(canvas, 0.74 * size, 0.47 * size, position, 8);
        }
        canvas.oval(0, -0.03, 0.70 * size, 0.43 * size, MUSCLE).oval(0, -0.05, 0.66 * size, 0.39 * size, FAT);
        bowel(canvas, position, anatomy);
        upperOrgans(canvas, position);
        kidneys(canvas, position);
        psoas(canvas, position);
        canvas.oval(0.05, 0.16, 0.05, 0.05, BLOOD).oval(-0.08, 0.17, 0.06, 0.045, hu(120));
        spine(canvas);
    }

    private static int hu(int units) {
        return 128 + units / HU_PER_LEVEL;
    }

    private static void body(Canvas canvas, double radiusX, double radiusY) {
        canvas.line(Canvas.stroke(-0.75, 0.66, -0.3, 0.78, 0.3, 0.78, 0.75, 0.66), 0.03, TABLE, 1);
        canvas.oval(0, 0.02, radiusX, radiusY, hu(20)).oval(0, 0.02, radiusX - 0.012, radiusY - 0.012, FAT);
        canvas.oval(0, 0.0, radiusX - 0.07, radiusY - 0.07, MUSCLE);
        canvas.fill(tilted(-0.24, 0.44, 0.19, 0.07, 8), hu(60)).fill(tilted(0.24, 0.44, 0.19, 0.07, -8), hu(60));
    }

    private static void ribs(Canvas canvas, double radiusX, double radiusY, double position, int count) {
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

    private static void spine(Canvas canvas) {
        canvas.fill(outline(0, 0.60, -0.03, 0.50, -0.20, 0.44, -0.12, 0.39, 0, 0.42, 0.12, 0.39, 0.20, 0.44, 0.03,
                0.50), BONE);
        canvas.oval(0, 0.31, 0.125, 0.095, BONE).oval(0, 0.31, 0.108, 0.078, SPONGY_BONE);
        canvas.oval(0, 0.435, 0.05, 0.04, hu(25)).oval(0, 0.435, 0.028, 0.022, hu(42));
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
