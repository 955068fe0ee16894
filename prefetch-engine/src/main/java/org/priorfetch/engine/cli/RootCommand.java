package org.priorfetch.engine.cli;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The program itself: holds what all commands share. */
@Command(name = "priorfetch", mixinStandardHelpOptions = true, scope = ScopeType.INHERIT)
final class RootCommand {

    @Option(names = "--home", paramLabel = "DIR", scope = ScopeType.INHERIT)
    @Nullable
    private Path given;

    /** The folder that was asked for, or the platform's place. */
    Path home() {
        return orElse(HomeFolder.preset());
    }

    Path orElse(Path preset) {
        return (given == null ? preset : given).toAbsolutePath().normalize();
    }
}
