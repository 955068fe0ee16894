package org.priorfetch.app.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import org.priorfetch.app.screen.AutoStart;

/** A property list that launchd of macOS reads when the person logs in. */
final class LaunchAgent implements AutoStart {

    private static final String LABEL = "org.priorfetch.desktop";

    private final Path file;
    private final List<String> command;

    LaunchAgent(Path folder, List<String> command) {
        this.file = folder.resolve(LABEL + ".plist");
        this.command = command;
    }

    @Override
    public boolean isSupported() {
        return true;
    }

    @Override
    public boolean isOn() {
        return Files.exists(file);
    }

    @Override
    public void turn(boolean on) throws IOException {
        if (on) {
            StartFile.write(file,
                    """
                            <?xml version="1.0" encoding="UTF-8"?>
                            <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                            <plist version="1.0">
                            <dict>
                              <key>Label</key>
                              <string>%s</string>
                              <key>ProgramArguments</key>
                              <array>
                            %s
                              </array>
                              <key>RunAtLoad</key>
                              <true/>
                              <key>ProcessType</key>
                              <string>Interactive</string>
                            </dict>
                            </plist>
                            """
                            .formatted(LABEL, command.stream()
                                    .map(word -> "    <string>" + escaped(word) + "</string>")
                                    .collect(Collectors.joining("\n"))));
        } else {
            Files.deleteIfExists(file);
        }
    }

    private static String escaped(String word) {
        return word.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
