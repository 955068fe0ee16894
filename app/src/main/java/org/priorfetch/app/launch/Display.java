package org.priorfetch.app.launch;

import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Whether there is a screen to open a window on. */
final class Display {

    private Display() {}

    static boolean isPresent() {
        return isPresent(System.getProperty("os.name", ""), System.getenv(), System.getProperty("glass.platform"));
    }

    /** Only Linux can be without one: there it is named in the environment. JavaFX may also bring its own. */
    static boolean isPresent(String operatingSystem, Map<String, String> environment, @Nullable String platform) {
        return !operatingSystem.toLowerCase(Locale.ROOT).contains("linux") || "Headless".equals(platform)
                || isSet(environment, "DISPLAY") || isSet(environment, "WAYLAND_DISPLAY");
    }

    private static boolean isSet(Map<String, String> environment, String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }
}
