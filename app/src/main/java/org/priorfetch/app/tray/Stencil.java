package org.priorfetch.app.tray;

import java.awt.image.BufferedImage;

/** Makes a picture's template for macOS: colour becomes black, white and grey become transparent. */
final class Stencil {

    /** From this saturation on a colour counts in full; all of ours lie above. */
    private static final double COLOURED = 0.5;

    private Stencil() {}

    static BufferedImage of(BufferedImage picture) {
        BufferedImage stencil = new BufferedImage(picture.getWidth(), picture.getHeight(),
                BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                stencil.setRGB(x, y, black(picture.getRGB(x, y)));
            }
        }
        return stencil;
    }

    private static int black(int argb) {
        int alpha = argb >>> 24;
        int red = argb >> 16 & 0xff;
        int green = argb >> 8 & 0xff;
        int blue = argb & 0xff;
        int highest = Math.max(red, Math.max(green, blue));
        int lowest = Math.min(red, Math.min(green, blue));
        double saturation = highest == 0 ? 1 : (double) (highest - lowest) / highest;
        return (int) Math.round(alpha * Math.min(1, saturation / COLOURED)) << 24;
    }
}
