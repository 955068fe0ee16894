package org.priorfetch.app.launch;

import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.tray.AwtTray;
import org.priorfetch.app.tray.Tray;
import org.priorfetch.app.tray.TrayOwner;
import org.priorfetch.engine.cli.CommandLineProgram;
import org.priorfetch.engine.cli.EngineHost;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.runtime.LocalHost;

/** The program's entry point: turns the command line into a process exit code. */
public final class Main {

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    static int run(String... args) {
        String version = Objects.requireNonNullElse(Main.class.getPackage().getImplementationVersion(),
                "(not packaged)");
        if (DesktopWindow.isLikely(args)) {
            DesktopWindow.prepare();
        }
        return new CommandLineProgram(new LocalHost(Main::window), Terminal.system(), version).run(args);
    }

    private static Optional<EngineHost.Window> window() {
        return DesktopWindow.isPossible() ? Optional.of(new DesktopWindow(Outset.ofSystem(), Main::tray))
                : Optional.empty();
    }

    private static Tray tray(ZoneId zone, Texts texts, TrayOwner owner) {
        return new AwtTray(texts, zone, owner);
    }
}
