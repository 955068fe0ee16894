package org.priorfetch.icons;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.List;
import java.util.Objects;

/** Finds the icons, which are square PNG pictures with transparency. */
public final class IconResources {

    /** Edge lengths in pixels that every icon comes in, ascending. */
    public static final List<Integer> SIZES = List.of(16, 20, 24, 32, 40, 48, 64, 128, 256);

    private IconResources() {}

    /**
     * Where an icon is, at the smallest of {@link #SIZES} that is not below the size asked for, or the largest.
     *
     * @param pixels edge length that will be shown
     */
    public static URL url(Icon icon, int pixels) {
        String file = icon.fileName(fittingSize(pixels));
        return Objects.requireNonNull(IconResources.class.getResource(file), file);
    }

    /** Opens the picture that {@link #url} names; the caller closes it. */
    public static InputStream open(Icon icon, int pixels) throws IOException {
        return url(icon, pixels).openStream();
    }

    private static int fittingSize(int pixels) {
        return SIZES.stream().filter(size -> size >= pixels).findFirst().orElseGet(SIZES::getLast);
    }
}
