package org.priorfetch.engine.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Where the product keeps its things when nobody says otherwise: the platform's place for application data. */
final class HomeFolder {

    static final String SETTINGS = "site.yaml";

    private HomeFolder() {}

    static Path preset() {
        return preset(System.getProperty("os.name", ""), System::getenv, Path.of(System.getProperty("user.home", ".")));
    }

    static Path preset(String system, Function<String, @Nullable String> environment, Path userHome) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("windows")) {
            return folder(environment.apply("LOCALAPPDATA"), userHome.resolve("AppData/Local")).resolve("PriorFetch");
        }
        if (name.startsWith("mac")) {
            return userHome.resolve("Library/Application Support/PriorFetch");
        }
        return folder(environment.apply("XDG_DATA_HOME"), userHome.resolve(".local/share")).resolve("priorfetch");
    }

    /** The XDG Base Directory Specification has relative paths ignored. */
    private static Path folder(@Nullable String stated, Path otherwise) {
        return stated != null && Path.of(stated).isAbsolute() ? Path.of(stated) : otherwise;
    }
}
