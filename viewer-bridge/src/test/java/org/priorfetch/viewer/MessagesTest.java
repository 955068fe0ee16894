package org.priorfetch.viewer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.Message;

/** Every text that the code speaks exists, in both languages, and no other. */
class MessagesTest {

    private static final Path SOURCES = Path.of("src/main/java");
    private static final Path BUNDLES = Path.of("src/main/resources/org/priorfetch/engine/messages");
    private static final Pattern USE = Pattern.compile("Message\\.of\\(\\s*\"([^\"]+)\"");

    @Test
    void bothLanguagesSayTheSame() throws IOException {
        Properties english = load("viewer.properties");
        Properties german = load("viewer_de.properties");

        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).allSatisfy(key -> assertThat(arguments(german.getProperty(key)))
                .as(key)
                .isEqualTo(arguments(english.getProperty(key))));
    }

    @Test
    void theTextsAreThoseThatTheCodeNames() throws IOException {
        assertThat(load("viewer.properties").stringPropertyNames()).isEqualTo(namedInCode());
    }

    @Test
    void apostrophesAndBracesReadWell() {
        assertThat(Message.of("viewer.template.alone", "{").text())
                .isEqualTo("The brace { stands alone. Placeholders look like {studyInstanceUid}.");
        assertThat(Message.of("viewer.url.placeholderInServer").text())
                .isEqualTo("A placeholder may not be part of the server's name.");
        assertThat(Message.of("viewer.url.replace", "HOST").text(Locale.GERMAN))
                .isEqualTo("Bitte HOST durch den Namen Ihres Servers ersetzen.");
    }

    private static Set<String> namedInCode() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(MessagesTest::read)
                    .flatMap(source -> USE.matcher(source).results().map((MatchResult use) -> use.group(1)))
                    .collect(Collectors.toSet());
        }
    }

    private static List<String> arguments(String text) {
        return Stream.of("{0}", "{1}").filter(text::contains).toList();
    }

    private static Properties load(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
