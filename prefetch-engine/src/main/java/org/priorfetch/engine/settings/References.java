package org.priorfetch.engine.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Puts in what {@code ${env:NAME}} and {@code ${file:PATH}} stand for. What they stand for is never shown. */
final class References {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^}]*)}");
    private static final String ENVIRONMENT = "env:";
    private static final String FILE = "file:";
    private static final int LARGEST_FILE = 64 * 1024;

    private final Path folder;
    private final Function<String, @Nullable String> environment;
    private final Problems problems;

    /** Relative paths are looked for in the folder. */
    References(Path folder, Function<String, @Nullable String> environment, Problems problems) {
        this.folder = folder;
        this.environment = environment;
        this.problems = problems;
    }

    /** The node's text with all references put in; empty when one is missing, which is then noted. */
    Optional<String> resolve(ScalarNode node) {
        Matcher matcher = REFERENCE.matcher(node.getValue());
        StringBuilder resolved = new StringBuilder();
        while (matcher.find()) {
            Optional<String> value = lookUp(matcher.group(1), node);
            if (value.isEmpty()) {
                return value;
            }
            matcher.appendReplacement(resolved, Matcher.quoteReplacement(value.get()));
        }
        return Optional.of(matcher.appendTail(resolved).toString());
    }

    Path file(String path) {
        return folder.resolve(path).normalize();
    }

    private Optional<String> lookUp(String reference, ScalarNode node) {
        if (reference.startsWith(ENVIRONMENT)) {
            return variable(reference.substring(ENVIRONMENT.length()), node);
        }
        if (reference.startsWith(FILE)) {
            return file(reference.substring(FILE.length()), node);
        }
        problems.add(node, Message.of("settings.badReference", Quoted.of("${" + reference + "}")));
        return Optional.empty();
    }

    private Optional<String> variable(String name, ScalarNode node) {
        Optional<String> value = Optional.ofNullable(environment.apply(name));
        if (value.isEmpty()) {
            problems.add(node, Message.of("settings.missingVariable", Quoted.of(name)));
        }
        return value;
    }

    private Optional<String> file(String path, ScalarNode node) {
        try (InputStream in = Files.newInputStream(folder.resolve(path))) {
            return Optional.of(new String(in.readNBytes(LARGEST_FILE), StandardCharsets.UTF_8).stripTrailing());
        } catch (IOException | InvalidPathException _) {
            problems.add(node, Message.of("settings.unreadableReference", Quoted.of(path)));
            return Optional.empty();
        }
    }
}
