package org.priorfetch.engine.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every text that the code speaks exists, in both languages. */
class MessageBundlesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BUNDLES = Path.of("src/main/resources/org/priorfetch/engine/messages");
    private static final Pattern USE = Pattern
            .compile("(?:Message|Reason)\\s*\\.of\\(\\s*\"([^\"]+)\"|\\.and\\(\\s*\"([^\"]+)\"|\"#([a-z][A-Za-z.]+)\"");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.contains("_"))
                    .map(name -> name.replace(".properties", ""))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void haveTheSameKeysAndArgumentsInBothLanguages(String bundle) throws IOException {
        Properties english = load(bundle + ".properties");
        Properties german = load(bundle + "_de.properties");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> assertThat(arguments(german.getProperty(key)))
                .as(key)
                .isEqualTo(arguments(english.getProperty(key))));
    }

    @Test
    void holdEveryKeyThatTheCodeNames() throws IOException {
        Set<String> missing = new TreeSet<>(namedInCode());
        for (String bundle : bundles().toList()) {
            missing.removeAll(load(bundle + ".properties").stringPropertyNames());
        }
        assertThat(missing).isEmpty();
    }

    private static Set<String> namedInCode() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(MessageBundlesTest::keysIn)
                    .filter(key -> !key.endsWith("."))
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> keysIn(Path file) {
        try {
            return USE.matcher(Files.readString(file))
                    .results()
                    .map(
                            use -> Stream.of(use.group(1), use.group(2), use.group(3))
                                    .filter(Objects::nonNull)
                                    .findFirst()
                                    .get());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int arguments(String pattern) {
        return new MessageFormat(pattern).getFormatsByArgumentIndex().length;
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }
}
