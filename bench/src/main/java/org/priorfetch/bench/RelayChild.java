package org.priorfetch.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The product in a process of its own: fetches one study, and says what that took. */
public final class RelayChild {

    private RelayChild() {}

    /**
     * Runs it.
     *
     * @param arguments the folder with the settings, and the Study Instance UID
     */
    public static void main(String... arguments) {
        double seconds = Ours.fetch(Path.of(arguments[0]), List.of(arguments[1]));
        Duration processor = ProcessHandle.current().info().totalCpuDuration().orElseThrow();
        System.out.println(String.format(Locale.ROOT, "done %.2f %.2f", seconds, processor.toNanos() / 1e9));
    }
}
