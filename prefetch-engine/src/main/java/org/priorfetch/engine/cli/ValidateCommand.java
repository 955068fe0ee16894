package org.priorfetch.engine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SettingsProblem;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Says what is wrong with the settings, with line and column. */
@Command(name = "validate")
final class ValidateCommand implements Callable<Integer> {

    private final Engines engines;
    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", arity = "0..1")
    private @Nullable Path file;

    ValidateCommand(Engines engines, Terminal terminal) {
        this.engines = engines;
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        Path read = file == null ? engines.home().resolve(HomeFolder.SETTINGS) : file;
        return switch (SiteSettingsReader.read(read)) {
            case ReadResult.Valid(SiteSettings settings) -> {
                terminal.say(Message.of("cli.settingsValid", read, settings.worklists().size(),
                        settings.sources().size()));
                yield ExitCode.OK;
            }
            case ReadResult.Invalid(List<SettingsProblem> problems) -> {
                problems.forEach(problem -> terminal.complain(place(read, problem) + problem.text(terminal.locale())));
                yield ExitCode.MISUSE;
            }
        };
    }

    private static String place(Path file, SettingsProblem problem) {
        return problem.line() == 0 ? "" : file + ":";
    }
}
