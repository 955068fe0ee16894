package org.priorfetch.viewer;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * How a viewer is told what to open. Plain data: whether it can be used says {@link ProfileCheck}.
 *
 * @param name by which people know it
 * @param target a template of a URL, or the full path of a program
 * @param arguments templates of the program's arguments, each one argument whatever its value holds; none for a URL
 */
public record LaunchProfile(String name, Kind kind, Opens opens, String target, List<String> arguments) {

    /** What is started. */
    public enum Kind {
        URL, PROGRAM
    }

    /** What the viewer can be asked to show. */
    public enum Opens {
        /** One study. */
        STUDY,
        /** One study or several, side by side. */
        STUDIES,
        /** All that the viewer finds of a patient. */
        PATIENT
    }

    public LaunchProfile {
        Objects.requireNonNull(name);
        Objects.requireNonNull(kind);
        Objects.requireNonNull(opens);
        Objects.requireNonNull(target);
        arguments = List.copyOf(arguments);
    }

    public static LaunchProfile url(String name, Opens opens, String template) {
        return new LaunchProfile(name, Kind.URL, opens, template, List.of());
    }

    public static LaunchProfile program(String name, Opens opens, String path, String... arguments) {
        return new LaunchProfile(name, Kind.PROGRAM, opens, path, List.of(arguments));
    }

    /** Whether a template asks for this. */
    public boolean uses(Placeholder placeholder) {
        return Stream.concat(Stream.of(target), arguments.stream())
                .anyMatch(template -> template.contains(placeholder.inBraces()));
    }

    public LaunchProfile named(String otherName) {
        return new LaunchProfile(otherName, kind, opens, target, arguments);
    }
}
