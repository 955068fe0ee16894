package org.priorfetch.app.launch;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;

import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Theme;

/** How the desktop looks and speaks, and its clock. */
record Look(Appearance appearance, Locale locale, Clock clock) {

    /** {@code light} or {@code dark}, which is the default. */
    static final String THEME_PROPERTY = "priorfetch.theme";
    /** Of the type: {@code 1.0}, which is the default, {@code 1.15} or {@code 1.5}. */
    static final String SCALE_PROPERTY = "priorfetch.scale";

    /** As the system properties, the person's language and the computer's clock want it. */
    static Look ofSystem() {
        Theme theme = "light".equalsIgnoreCase(System.getProperty(THEME_PROPERTY)) ? Theme.LIGHT : Theme.DARK;
        return new Look(new Appearance(theme, scale()), Locale.getDefault(), Clock.system(ZoneId.systemDefault()));
    }

    /** What cannot be read is no reason to show nothing. */
    private static double scale() {
        try {
            double wanted = Double.parseDouble(System.getProperty(SCALE_PROPERTY, "1.0"));
            return Math.clamp(wanted, Appearance.SMALLEST, Appearance.LARGEST);
        } catch (NumberFormatException unreadable) {
            return 1;
        }
    }
}
