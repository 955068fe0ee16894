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

    /** Uses the running engine, or one that is composed for this and closed afterwards. A program that has just begun is waited for. */
    <T> T use(Use<T> use) throws CommandException, CommandFailedException, HomeUnusableException {
        Optional<PrefetchEngine> running = running();
        return using(running.isPresent() ? running.get() : composed(), use);
    }

    private PrefetchEngine composed() throws CommandException, HomeUnusableException {
        try {
            return host.compose(home(), settings());
        } catch (HomeUnusableException taken) {
            return begun(taken);
        }
    }

    /** Reads from the running engine, or else what is stored. A program that has just begun is waited for. */
    <T> T read(Use<T> use, Stored<T> stored) throws CommandException, CommandFailedException, HomeUnusableException {
        Optional<PrefetchEngine> running = running();
        if (running.isPresent()) {
            return using(running.get(), use);
        }
        try {
            return stored.read(settings());
        } catch (HomeUnusableException taken) {
            return using(begun(taken), use);
        }
    }

    private static <T> T using(PrefetchEngine engine, Use<T> use) throws CommandException, CommandFailedException {
        try (engine) {
            return use.of(engine);
        }
    }

    /** The engine of a program that has the folder already, but could not be talked to yet. */
    private PrefetchEngine begun(HomeUnusableException taken) throws HomeUnusableException {
        Optional<PrefetchEngine> begun = taken.isInUse() ? host.attachBegun(home()) : Optional.empty();
        return begun.orElseThrow(() -> taken);
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
