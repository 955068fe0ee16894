package org.priorfetch.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.priorfetch.app.screen.AutoStart;

/** A desktop entry in the folder that the sessions of Linux read (Desktop Application Autostart Specification). */
final class DesktopEntry implements AutoStart {

    private static final String NAME = "priorfetch.desktop";

    private final Path file;
    private final List<String> command;

    DesktopEntry(Path folder, List<String> command) {
        this.file = folder.resolve(NAME);
        this.command = command;
    }

    @Override
    public boolean isSupported() {
        return true;
    }

    /** Desktops turn an entry off by a key of theirs rather than by removing it. */
    @Override
    public boolean isOn() {
        try {
            return Files.readAllLines(file)
                    .stream()
                    .map(line -> line.replace(" ", "").toLowerCase(Locale.ROOT))
                    .noneMatch(line -> line.equals("hidden=true") || line.equals("x-gnome-autostart-enabled=false"));
        } catch (IOException none) {
            return false;
        }
    }

    @Override
    public void turn(boolean on) throws IOException {
        if (on) {
            StartFile.write(file, """
                    [Desktop Entry]
                    Type=Application
                    Name=PriorFetch
                    Exec=%s
                    Terminal=false
                    """.formatted(command.stream().map(DesktopEntry::quoted).collect(Collectors.joining(" "))));
        } else {
            Files.deleteIfExists(file);
        }
    }

    /** Quoted for the key Exec, then escaped as every string of the file is. */
    private static String quoted(String word) {
        String exec = word.replaceAll("([\"`$\\\\])", "\\\\$1").replace("%", "%%");
        return ('"' + exec + '"').replace("\\", "\\\\");
    }
}
