package org.priorfetch.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The product in a process of its own: fetches one study, and says what that took. */
public final class RelayChild {

    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private RelayChild() {}

    /**
     * Runs it.
     *
     * @param arguments the folder with the settings, and the Study Instance UID
     */
    public static void main(String... arguments) {
        double seconds = Ours.fetch(Path.of(arguments[0]), List.of(arguments[1]), LOOK_EVERY,
                () -> System.out.println(String.format(Locale.ROOT, "open %.2f", processor())));
        System.out.println(String.format(Locale.ROOT, "done %.2f %.2f", seconds, processor()));
    }

    /** Seconds of processor time until now. */
    private static double processor() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
    }
}
