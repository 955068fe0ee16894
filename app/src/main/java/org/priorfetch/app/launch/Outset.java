package org.priorfetch.app.launch;

import java.time.Clock;
import java.time.ZoneId;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.bridge.Timer;
import org.priorfetch.app.controls.Appearance;
import org.priorfetch.app.controls.Theme;
import org.priorfetch.app.preferences.Looks;
import org.priorfetch.viewer.ViewerBridge;

/**
 * What the desktop begins with.
 *
 * @param forced how it is to look, whatever this person has set
 * @param viewers how studies are opened elsewhere
 * @param later does on the FX thread what has time
 */
record Outset(Looks.Forced forced, Clock clock, ViewerBridge viewers, Timer later) {

    /** {@code light} or {@code dark}, whatever the profile says. */
    static final String THEME_PROPERTY = "priorfetch.theme";
    /** Of the type, {@code 1.0} to {@code 2.0}, whatever the profile says. */
    static final String SCALE_PROPERTY = "priorfetch.scale";

    /** As the system properties and the computer's clock want it. */
    static Outset ofSystem() {
        return new Outset(new Looks.Forced(theme(), scale(), null), Clock.system(ZoneId.systemDefault()),
                ViewerBridge.ofSystem(), Timer.onScreen());
    }

    private static @Nullable Theme theme() {
        String wanted = System.getProperty(THEME_PROPERTY, "");
        return Stream.of(Theme.values())
                .filter(theme -> theme.name().equalsIgnoreCase(wanted))
                .findFirst()
                .orElse(null);
    }

    /** What cannot be read is no reason to show nothing. */
    private static @Nullable Double scale() {
        try {
            String wanted = System.getProperty(SCALE_PROPERTY);
            return wanted == null
                    ? null
                    : (Double) Math.clamp(Double.parseDouble(wanted), Appearance.SMALLEST, Appearance.LARGEST);
        } catch (NumberFormatException unreadable) {
            return null;
        }
    }
}
