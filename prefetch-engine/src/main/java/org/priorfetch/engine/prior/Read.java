package org.priorfetch.engine.prior;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the words of a study tell.
 *
 * @param name its description, however it is spaced and capitalised
 */
record Read(Regions regions, Imaging imaging, String name) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    static String name(String description) {
        return SPACES.matcher(description).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
