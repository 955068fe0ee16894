package org.priorfetch.engine.demo;

import static org.priorfetch.engine.demo.Canvas.outline;
import static org.priorfetch.engine.demo.Canvas.oval;
import static org.priorfetch.engine.demo.Canvas.scaled;
import static org.priorfetch.engine.demo.Canvas.tilted;
import static org.priorfetch.engine.demo.Painter.bump;

import java.awt.Shape;
import java.util.random.RandomGenerator;

/**
 * Axial slices of a head from the base to the vertex, in the grey levels of one kind of image.
 *
 * @param scalp skin and fat
 * @param bone of the skull
 * @param fluid cerebrospinal fluid and eyes
 * @param grey grey matter
 * @param white white matter
 */
record HeadPhantom(int scalp, int bone, int fluid, int grey, int white) implements Painter {

    static final HeadPhantom T1 = new HeadPhantom(215, 25, 40, 120, 165);
    static final HeadPhantom T2 = new HeadPhantom(150, 15, 235, 140, 95);
    static final HeadPhantom CT = new HeadPhantom(124, 240, 128, 134, 131);

    @Override
    public void paint(Canvas canvas, double position, RandomGenerator anatomy) {
        double size = 0.35 + 0.65 * bump(position, 0.38, 0.72);
        double width = 0.62 + 0.04 * anatomy.nextDouble();
        canvas.fill(scaled(oval(0, 0, width + 0.07, 0.86), size, 0, 0), scalp);
        canvas.fill(scaled(oval(0, 0, width + 0.035, 0.825), size, 0, 0), bone);
        Shape inside = scaled(oval(0, 0, width, 0.78), size, 0, 0);
        canvas.fill(inside, fluid);
        if (position < 0.26) {
            base(canvas, size);
        } else {
            hemispheres(canvas, position, size, width, anatomy);
        }
    }

    private void hemispheres(Canvas canvas, double position, double size, double width, RandomGenerator anatomy) {
        canvas.fill(scaled(oval(0, 0, width - 0.025, 0.755), size, 0, 0), grey);
        sulci(canvas, position, size, width, anatomy);
        canvas.fill(scaled(oval(0, 0, width - 0.15, 0.60), size, 0, 0), white);
        convolutions(canvas, position, size, width, anatomy);
        if (position < 0.62) {
            deepNuclei(canvas, size);
        }
        ventricles(canvas, position, size);
        canvas.line(Canvas.stroke(0, -0.77 * size, 0.004, -0.5 * size, 0, -0.34 * size), 0.014, fluid, 1);
        canvas.line(Canvas.stroke(0, 0.77 * size, 0.004, 0.5 * size, 0, 0.40 * size), 0.014, fluid, 1);
    }

    /** Furrows from the rim inwards; their places belong to the patient, their depth to the slice. */
    private void sulci(Canvas canvas, double position, double size, double width, RandomGenerator anatomy) {
        for (int i = 0; i < 44; i++) {
            double angle = 2 * Math.PI * (i + 0.7 * anatomy.nextDouble()) / 44;
            double depth = 0.06 + 0.10 * anatomy.nextDouble() * (0.7 + 0.3 * Math.sin(9 * position + i));
            double bend = 0.12 * (anatomy.nextDouble() - 0.5);
            double outerX = (width - 0.01) * Math.cos(angle);
            double outerY = 0.77 * Math.sin(angle);
            double innerX = (width - depth) * Math.cos(angle + bend);
            double innerY = (0.77 - depth) * Math.sin(angle + bend);
            canvas.line(Canvas.stroke(outerX * size, outerY * size, innerX * size, innerY * size), 0.012, fluid, 0.85);
        }
    }

    /** Tongues of white matter into the cortex. */
    private void convolutions(Canvas canvas, double position, double size, double width, RandomGenerator anatomy) {
        for (int i = 0; i < 30; i++) {
            double angle = 2 * Math.PI * (i + 0.6 * anatomy.nextDouble()) / 30;
            double reach = 0.06 + 0.05 * anatomy.nextDouble() + 0.015 * Math.sin(7 * position + 2 * i);
            double x = (width - 0.17) * Math.cos(angle) * size;
            double y = 0.60 * Math.sin(angle) * size;
            canvas.fill(tilted(x, y, reach * size, 0.022, Math.toDegrees(angle)), white);
            double between = angle + Math.PI / 30;
            canvas.fill(tilted((width - 0.15) * Math.cos(between) * size, 0.61 * Math.sin(between) * size,
                    reach * 0.8 * size, 0.02, Math.toDegrees(between)), grey);
        }
    }

    private void deepNuclei(Canvas canvas, double size) {
        Shape caudate = tilted(-0.11, -0.16, 0.035, 0.09, 10);
        Shape putamen = tilted(-0.24, -0.04, 0.05, 0.14, 10);
        Shape thalamus = tilted(-0.10, 0.08, 0.075, 0.11, 20);
        for (Shape nucleus : new Shape[]{caudate, putamen, thalamus}) {
            canvas.fill(scaled(nucleus, size, 0, 0), grey);
            canvas.fill(scaled(Canvas.mirrored(nucleus), size, 0, 0), grey);
        }
    }

    private void ventricles(Canvas canvas, double position, double size) {
        double lateral = bump(position, 0.58, 0.22);
        Shape horn = outline(-0.03, -0.20, -0.10, -0.27, -0.08, -0.12, -0.05, 0.02, -0.09, 0.16, -0.17, 0.28, -0.10,
                0.27, -0.03, 0.08);
        canvas.fill(scaled(horn, lateral * size, 0, 0), fluid);
        canvas.fill(scaled(Canvas.mirrored(horn), lateral * size, 0, 0), fluid);
        double third = bump(position, 0.42, 0.12);
        canvas.fill(scaled(oval(0, 0.03, 0.016, 0.12), third * size, 0, 0.03), fluid);
    }

    /** Eyes, temporal lobes, brain stem and cerebellum. */
    private void base(Canvas canvas, double size) {
        canvas.fill(scaled(outline(-0.5, -0.8, 0.5, -0.8, 0.34, -0.34, 0, -0.28, -0.34, -0.34), size, 0, 0), scalp);
        canvas.fill(scaled(outline(-0.1, -0.8, 0.1, -0.8, 0.08, -0.36, -0.08, -0.36), size, 0, 0), bone);
        for (int side : new int[]{-1, 1}) {
            canvas.fill(scaled(oval(side * 0.27, -0.60, 0.13, 0.13), size, 0, 0), grey);
            canvas.fill(scaled(oval(side * 0.27, -0.60, 0.115, 0.115), size, 0, 0), fluid);
            canvas.fill(scaled(oval(side * 0.27, -0.70, 0.05, 0.022), size, 0, 0), grey);
            canvas.fill(scaled(tilted(side * 0.36, -0.08, 0.20, 0.22, side * 20), size, 0, 0), grey);
            canvas.fill(scaled(tilted(side * 0.34, -0.06, 0.11, 0.13, side * 20), size, 0, 0), white);
            canvas.fill(scaled(tilted(side * 0.21, 0.44, 0.24, 0.25, side * 15), size, 0, 0), grey);
            folia(canvas, side, size);
        }
        canvas.fill(scaled(oval(0, 0.08, 0.13, 0.12), size, 0, 0), white);
        canvas.fill(scaled(oval(0, 0.24, 0.06, 0.035), size, 0, 0), fluid);
    }

    private void folia(Canvas canvas, int side, double size) {
        for (int i = 0; i < 6; i++) {
            double y = 0.28 + 0.06 * i;
            canvas.line(Canvas.stroke(side * 0.07 * size, y * size, side * 0.22 * size, (y + 0.02) * size,
                    side * 0.36 * size, (y - 0.02) * size), 0.016, white, 0.7);
        }
    }
}
