package org.priorfetch.engine.prior;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What the words of a study tell.
 *
 * @param shown the regions, to be compared
 * @param name its description, however it is spaced and capitalised
 */
record Read(Regions regions, RegionSet shown, Imaging imaging, String name) {

    private static final Pattern SPACES = Pattern.compile("\\s+");

    static String name(String description) {
        return SPACES.matcher(description).replaceAll(" ").strip().toLowerCase(Locale.ROOT);
    }
}
