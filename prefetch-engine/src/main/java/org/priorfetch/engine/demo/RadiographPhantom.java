package org.priorfetch.engine.demo;

import static org.priorfetch.engine.demo.Canvas.mirrored;
import static org.priorfetch.engine.demo.Canvas.outline;
import static org.priorfetch.engine.demo.Canvas.oval;
import static org.priorfetch.engine.demo.Canvas.stroke;
import static org.priorfetch.engine.demo.Canvas.tilted;

import java.awt.Shape;
import java.util.random.RandomGenerator;

/** Projection images of chest, knee and breast: bone and dense tissue are bright. */
final class RadiographPhantom {

    private RadiographPhantom() {}

    /** Chest from behind; the patient's right is on the left of the image. */
    static void chest(Canvas canvas, double position, RandomGenerator anatomy) {
        double wide = 0.95 + 0.08 * anatomy.nextDouble();
        canvas.fill(outline(-0.20, -1.2, 0.20, -1.2, 0.26, -0.80, 0.78, -0.66, 1.02, -0.25, 0.90, 0.4, 0.88, 1.2, -0.88,
                1.2, -0.90, 0.4, -1.02, -0.25, -0.78, -0.66, -0.26, -0.80), 150);
        Shape lung = outline(-0.16, -0.64, -0.34, -0.74, -0.54, -0.52, -0.66 * wide, 0.0, -0.68 * wide, 0.42, -0.40,
                0.36, -0.18, 0.46, -0.14, 0.0);
        Shape leftLung = outline(0.16, -0.64, 0.34, -0.74, 0.54, -0.52, 0.66 * wide, 0.0, 0.68 * wide, 0.48, 0.44, 0.44,
                0.34, 0.40, 0.16, -0.05);
        canvas.fill(lung, 48).fill(leftLung, 48);
        canvas.fill(oval(0, 0.2, 0.085, 1.3), 190, 0.35);
        for (int i = 0; i < 13; i++) {
            double y = -0.86 + 0.155 * i;
            canvas.line(stroke(-0.075, y, 0, y + 0.012, 0.075, y), 0.02, 215, 0.25);
        }
        lungMarkings(canvas, anatomy);
        ribs(canvas, lung, leftLung, wide);
        double heart = 0.9 + 0.25 * anatomy.nextDouble();
        canvas.fill(outline(-0.13, -0.12, 0.02, -0.22, 0.16, -0.12, 0.27 * heart, 0.14, 0.36 * heart, 0.42, 0.1, 0.52,
                -0.16, 0.44, -0.17, 0.14), 196, 0.75);
        canvas.fill(outline(0.02, -0.44, 0.12, -0.46, 0.15, -0.36, 0.10, -0.16, 0.0, -0.16), 185, 0.55);
        canvas.fill(outline(-0.035, -1.1, 0.035, -1.1, 0.035, -0.36, 0, -0.3, -0.035, -0.36), 90, 0.55);
        collarBones(canvas);
        canvas.text("L", 0.80, -0.82, 0.13, 250);
    }

    /** Left knee from the front. */
    static void knee(Canvas canvas, double position, RandomGenerator anatomy) {
        double wide = 0.95 + 0.1 * anatomy.nextDouble();
        canvas.fill(outline(-0.56, -1.3, 0.56, -1.3, 0.52, -0.3, 0.56, 0.1, 0.48, 0.6, 0.42, 1.3, -0.42, 1.3, -0.52,
                0.6, -0.56, 0.1, -0.50, -0.3), 70);
        canvas.fill(outline(-0.44, -1.3, 0.44, -1.3, 0.42, -0.3, 0.40, 0.5, 0.34, 1.3, -0.34, 1.3, -0.42, 0.5, -0.40,
                -0.3), 92, 0.8);
        Shape femur = outline(-0.17, -1.3, 0.17, -1.3, 0.18, -0.62, 0.36 * wide, -0.34, 0.38 * wide, -0.08, 0.22, 0.0,
                0.05, -0.10, -0.05, -0.10, -0.22, 0.0, -0.38 * wide, -0.08, -0.36 * wide, -0.34, -0.18, -0.62);
        Shape tibia = outline(-0.36 * wide, 0.08, -0.20, 0.09, -0.05, 0.03, 0.05, 0.03, 0.20, 0.09, 0.36 * wide, 0.08,
                0.34, 0.26, 0.18, 0.62, 0.16, 1.3, -0.16, 1.3, -0.17, 0.62, -0.33, 0.26);
        Shape fibula = outline(0.26, 0.26, 0.38, 0.24, 0.40, 0.38, 0.33, 0.60, 0.33, 1.3, 0.25, 1.3, 0.25, 0.60);
        bone(canvas, fibula, 150);
        bone(canvas, femur, 175);
        bone(canvas, tibia, 170);
        canvas.fill(oval(0, -0.32, 0.19, 0.21), 215, 0.4).line(oval(0, -0.32, 0.19, 0.21), 0.012, 235, 0.5);
        trabeculae(canvas, femur, -0.35, anatomy);
        trabeculae(canvas, tibia, 0.25, anatomy);
        canvas.text("L", 0.70, -0.75, 0.13, 250);
    }

    /** Right breast from above (first image) and from the side. */
    static void breast(Canvas canvas, double position, RandomGenerator anatomy) {
        boolean oblique = position > 0.5;
        Shape skin = outline(-1.2, -0.9, -0.7, -0.82, -0.1, -0.6, 0.28, -0.05, 0.10, 0.42, -0.4, 0.82, -0.8, 0.98, -1.2,
                1.1, -1.6, 0.1);
        canvas.fill(skin, 78).within(skin);
        for (int i = 0; i < 60; i++) {
            double distance = anatomy.nextDouble();
            double angle = (anatomy.nextDouble() - 0.5) * 2.2;
            double x = 0.12 - distance * 0.9 * Math.cos(angle);
            double y = 0.02 + distance * 0.75 * Math.sin(angle);
            Shape gland = tilted(x, y, 0.05 + 0.14 * anatomy.nextDouble(), 0.02 + 0.06 * anatomy.nextDouble(),
                    Math.toDegrees(Math.atan2(0.02 - y, 0.2 - x)));
            canvas.fill(gland, 185, 0.16 + 0.12 * anatomy.nextDouble());
        }
        for (int i = 0; i < 24; i++) {
            double y = -0.7 + 1.5 * anatomy.nextDouble();
            double bend = 0.3 * (anatomy.nextDouble() - 0.5);
            canvas.line(stroke(-1, y, -0.5, y * 0.7 + bend, 0.2, 0.02), 0.008, 170, 0.35);
        }
        if (oblique) {
            canvas.fill(outline(-1.3, -1.1, -0.45, -1.1, -0.62, -0.4, -0.9, 0.25, -1.3, 0.5), 165, 0.75);
        }
        canvas.oval(-0.25, 0.22, 0.016, 0.016, 245).oval(-0.31, 0.18, 0.011, 0.011, 245);
        canvas.line(skin, 0.025, 150, 0.8).within(null);
        canvas.text(oblique ? "R MLO" : "R CC", 0.42, oblique ? -0.85 : -0.75, 0.12, 250);
    }

    private static void lungMarkings(Canvas canvas, RandomGenerator anatomy) {
        for (int i = 0; i < 70; i++) {
            int side = i % 2 == 0 ? -1 : 1;
            double angle = (anatomy.nextDouble() - 0.5) * 2.6;
            double length = 0.15 + 0.3 * anatomy.nextDouble();
            double startX = side * 0.17;
            double startY = -0.06 + 0.12 * (anatomy.nextDouble() - 0.5);
            double endX = startX + side * length * Math.cos(angle);
            double endY = startY + length * 1.3 * Math.sin(angle);
            canvas.line(stroke(startX, startY, (startX + endX) / 2, (startY + endY) / 2 + 0.02, endX, endY), 0.012, 120,
                    0.28);
        }
        canvas.fill(oval(-0.19, -0.04, 0.06, 0.13), 150, 0.4).fill(oval(0.19, -0.09, 0.06, 0.13), 150, 0.4);
    }

    private static void ribs(Canvas canvas, Shape lung, Shape leftLung, double wide) {
        for (int i = 0; i < 9; i++) {
            double y = -0.72 + 0.135 * i;
            double reach = (0.42 + 0.3 * Math.sin(Math.min(1.5, 0.45 + 0.2 * i))) * wide;
            Shape back = stroke(-0.09, y + 0.02, -0.35 * reach / 0.7, y - 0.03, -reach, y + 0.14);
            Shape front = stroke(-reach, y + 0.14, -0.6 * reach, y + 0.30, -0.32, y + 0.36);
            for (Shape rib : new Shape[]{back, mirrored(back)}) {
                canvas.line(rib, 0.052, 175, 0.30).line(rib, 0.034, 120, 0.12);
            }
            canvas.within(lung).line(front, 0.045, 160, 0.16).within(leftLung).line(mirrored(front), 0.045, 160, 0.16);
            canvas.within(null);
        }
    }

    private static void collarBones(Canvas canvas) {
        Shape collarBone = stroke(-0.07, -0.57, -0.27, -0.60, -0.47, -0.67, -0.68, -0.60);
        Shape shoulderBlade = outline(-0.66, -0.66, -0.86, -0.60, -0.74, -0.16, -0.62, -0.10);
        Shape upperArm = tilted(-0.93, -0.50, 0.12, 0.15, 20);
        for (boolean left : new boolean[]{false, true}) {
            canvas.fill(left ? mirrored(shoulderBlade) : shoulderBlade, 190, 0.22);
            canvas.fill(left ? mirrored(upperArm) : upperArm, 215, 0.5);
            canvas.line(left ? mirrored(collarBone) : collarBone, 0.062, 205, 0.55);
        }
    }

    private static void bone(Canvas canvas, Shape shape, int level) {
        canvas.fill(shape, level, 0.9).line(shape, 0.022, level + 45, 0.8);
    }

    private static void trabeculae(Canvas canvas, Shape bone, double centre, RandomGenerator anatomy) {
        canvas.within(bone);
        for (int i = 0; i < 50; i++) {
            double x = -0.36 + 0.72 * anatomy.nextDouble();
            double y = centre - 0.25 + 0.5 * anatomy.nextDouble();
            canvas.line(stroke(x, y - 0.1, x * 1.04, y + 0.1), 0.006, 225, 0.3);
        }
        canvas.within(null);
    }
}
