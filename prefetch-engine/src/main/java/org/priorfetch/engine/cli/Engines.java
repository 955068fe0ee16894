package org.priorfetch.engine.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.cli.output.Terminal;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SettingsProblem;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;

/** Gives commands the engine of the home folder: the one that runs, else one of their own. */
final class Engines {

    private final EngineHost host;
    private final RootCommand root;
    private final Terminal terminal;

    Engines(EngineHost host, RootCommand root, Terminal terminal) {
        this.host = host;
        this.root = root;
        this.terminal = terminal;
    }

    /** What is done with an engine. */
    @FunctionalInterface
    interface Use<T> {

        T of(PrefetchEngine engine) throws CommandException, CommandFailedException;
    }

    /** What is read of the home folder while no engine runs. */
    @FunctionalInterface
    interface Stored<T> {

        T read(SiteSettings settings) throws HomeUnusableException;
    }

    EngineHost host() {
        return host;
    }

    Path home() {
        return root.home();
    }

    Path homeOr(Path preset) {
        return root.orElse(preset);
    }

    Optional<PrefetchEngine> running() {
        return host.attach(home());
    }

    /** Uses the running engine, or one that is composed for this and closed afterwards. */
    <T> T use(Use<T> use) throws CommandException, CommandFailedException, HomeUnusableException {
        Optional<PrefetchEngine> running = running();
        try (PrefetchEngine engine = running.isPresent() ? running.get() : host.compose(home(), settings())) {
            return use.of(engine);
        }
    }

    /** Reads from the running engine, or else what is stored. A program that has just begun on the folder is waited for. */
    <T> T read(Use<T> use, Stored<T> stored) throws CommandException, CommandFailedException, HomeUnusableException {
        Optional<PrefetchEngine> running = running();
        if (running.isEmpty()) {
            try {
                return stored.read(settings());
            } catch (HomeUnusableException taken) {
                running = taken.isDatabaseInUse() ? host.attachBegun(home()) : running;
                if (running.isEmpty()) {
                    throw taken;
                }
            }
        }
        try (PrefetchEngine engine = running.get()) {
            return use.of(engine);
        }
    }

    SiteSettings settings() throws CommandException {
        return settings(home());
    }

    SiteSettings settings(Path home) throws CommandException {
        Path file = home.resolve(HomeFolder.SETTINGS);
        return switch (SiteSettingsReader.read(file)) {
            case ReadResult.Valid(SiteSettings settings) -> settings;
            case ReadResult.Invalid(List<SettingsProblem> problems) -> throw invalid(file, problems);
        };
    }

    Optional<SiteSettings> usableSettings(Path home) {
        return SiteSettingsReader
                .read(home.resolve(HomeFolder.SETTINGS)) instanceof ReadResult.Valid(SiteSettings settings)
                        ? Optional.of(settings)
                        : Optional.empty();
    }

    private CommandException invalid(Path file, List<SettingsProblem> problems) {
        SettingsProblem first = problems.getFirst();
        if (first.line() == 0) {
            return CommandException.misuse(first.message());
        }
        return CommandException.misuse(Message.of("cli.settingsInvalid", file, problems.size(), first.line(),
                first.column(), first.message().text(terminal.locale())));
    }
}
