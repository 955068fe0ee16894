package org.priorfetch.app.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.TransferState;

class TextsTest {

    private static final Path BUNDLES = Path.of("src/main/resources/org/priorfetch/app/i18n");
    private static final String ENGLISH = ".properties";

    static List<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(BUNDLES)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENGLISH) && !name.endsWith("_de" + ENGLISH))
                    .map(name -> name.substring(0, name.length() - ENGLISH.length()))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void bothLanguagesSayTheSame(String bundle) throws IOException {
        Properties english = properties(bundle);
        Properties german = properties(bundle + "_de");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        english.stringPropertyNames()
                .forEach(
                        key -> assertThat(arguments(german.getProperty(key))).as(key)
                                .isEqualTo(arguments(english.getProperty(key))));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void everyTextIsAskedFor(String bundle) throws IOException {
        String sources = mainSources();

        for (String key : properties(bundle).stringPropertyNames()) {
            assertThat(askedFor(sources, key)).as(key).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void noTextHasAnApostropheThatMessageFormatSwallows(String bundle) throws IOException {
        for (String language : List.of("", "_de")) {
            assertThat(properties(bundle + language).values()).noneMatch(text -> text.toString().contains("'"));
        }
    }

    @Test
    void everyStateHasItsWords() {
        Texts texts = new Texts(Locale.GERMANY);

        assertHasWords(texts, "today.verdict", ReadinessVerdict.values());
        assertHasWords(texts, "today.explained", ReadinessVerdict.values());
        assertHasWords(texts, "today.prior.state", PriorState.values());
        assertHasWords(texts, "transfers.state", TransferState.values());
        assertHasWords(texts, "shell.peer.state", PeerState.values());
        for (String prefix : List.of("common.kind", "common.consequence", "common.silence.since",
                "common.silence.never")) {
            assertHasWords(texts, prefix, PeerKind.values());
        }
    }

    @Test
    void anUntranslatedLanguageReadsEnglish() {
        assertThat(new Texts(Locale.FRENCH).get("today.title")).isEqualTo("Today");
    }

    private static void assertHasWords(Texts texts, String prefix, Enum<?>... values) {
        Stream.of(values).forEach(value -> assertThatCode(() -> texts.get(prefix, value)).doesNotThrowAnyException());
    }

    private static boolean askedFor(String sources, String key) {
        String asked = key;
        while (true) {
            if (sources.contains('"' + asked + '"') || sources.contains('"' + asked + ".\"")) {
                return true;
            }
            int dot = asked.lastIndexOf('.');
            if (dot < 0) {
                return false;
            }
            asked = asked.substring(0, dot);
        }
    }

    private static List<String> arguments(String text) {
        return Stream.of("{0", "{1", "{2").filter(text::contains).toList();
    }

    private static String mainSources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextsTest::read)
                    .collect(Collectors.joining());
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Properties properties(String bundle) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(Texts.class.getResourceAsStream(bundle + ".properties")),
                StandardCharsets.UTF_8)) {
            properties.load(reader);
        }
        return properties;
    }
}
