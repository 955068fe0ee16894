package org.priorfetch.viewer;

import java.util.List;
import java.util.Objects;

import org.priorfetch.engine.model.Message;

/** Hands a URL to the desktop's own command for that. */
final class DesktopUrlOpener implements UrlOpener {

    private final OperatingSystem system;
    private final ProgramStarter starter;

    DesktopUrlOpener(OperatingSystem system, ProgramStarter starter) {
        this.system = system;
        this.starter = starter;
    }

    @Override
    public LaunchOutcome open(Launch.Url url) {
        return switch (starter.start(command(url.url()))) {
            case LaunchOutcome.Opened opened -> opened;
            case LaunchOutcome.Refused _ -> new LaunchOutcome.Refused(
                    Message.of("viewer.url.notOpened", url.scheme()));
        };
    }

    List<String> command(String url) {
        return switch (system) {
            case LINUX -> List.of("xdg-open", url);
            case MAC -> List.of("/usr/bin/open", url);
            case WINDOWS -> List.of(windows() + "\\System32\\rundll32.exe", "url.dll,FileProtocolHandler", url);
        };
    }

    private static String windows() {
        return Objects.requireNonNullElse(System.getenv("SystemRoot"), "C:\\Windows");
    }
}
