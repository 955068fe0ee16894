package org.priorfetch.app.rules;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names that none has yet. */
final class FreeName {

    private FreeName() {}

    /** The name, with a number where it is taken. */
    static String of(String name, Stream<String> taken) {
        Set<String> known = taken.map(String::strip).collect(Collectors.toSet());
        return IntStream.iterate(1, number -> number + 1)
                .mapToObj(number -> number == 1 ? name : name + " " + number)
                .filter(candidate -> !known.contains(candidate))
                .findFirst()
                .orElse(name);
    }
}
