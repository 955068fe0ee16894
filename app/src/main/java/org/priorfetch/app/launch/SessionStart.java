package org.priorfetch.app.launch;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.priorfetch.app.screen.AutoStart;

/** Chooses how the program is started with the session on this system. */
final class SessionStart {

    /** Set by the start script. */
    private static final String SCRIPT = "priorfetch.launcher";
    /** Set by the launchers that jpackage makes. */
    private static final String PACKAGE = "jpackage.app-path";

    private SessionStart() {}

    static AutoStart of(Path home) {
        String launcher = System.getProperty(SCRIPT, System.getProperty(PACKAGE));
        return of(System.getProperty("os.name", ""), System.getenv(), Path.of(System.getProperty("user.home", "")),
                launcher, home);
    }

    /** @param launcher what the program was started by; null when that is not known */
    static AutoStart of(String operatingSystem, Map<String, String> environment, Path userHome,
            @Nullable String launcher, Path home) {
        if (launcher == null) {
            return AutoStart.UNSUPPORTED;
        }
        List<String> command = List.of(launcher, "run", "--in-tray", "--home", home.toString());
        String system = operatingSystem.toLowerCase(Locale.ROOT);
        if (system.contains("windows")) {
            return new RunKey(command, RunKey::reg);
        }
        if (system.contains("mac")) {
            return new LaunchAgent(userHome.resolve("Library/LaunchAgents"), command);
        }
        return new DesktopEntry(configuration(environment, userHome).resolve("autostart"), command);
    }

    /** A relative path in the variable is to be ignored (XDG Base Directory Specification). */
    private static Path configuration(Map<String, String> environment, Path userHome) {
        Path named = Path.of(environment.getOrDefault("XDG_CONFIG_HOME", ""));
        return named.isAbsolute() ? named : userHome.resolve(".config");
    }
}
