package org.priorfetch.engine.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.yaml.snakeyaml.nodes.Node;

/** Reads {@code site.yaml}. Finds everything that is wrong with it in one go. */
public final class SiteSettingsReader {

    private static final int LARGEST = 1024 * 1024;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Path file;
    private final Function<String, @Nullable String> environment;

    SiteSettingsReader(Path file, Function<String, @Nullable String> environment) {
        this.file = file.toAbsolutePath();
        this.environment = environment;
    }

    /** Reads the file, at most 1 MiB of UTF-8. Never throws because of what is in it or because it is not there. */
    public static ReadResult read(Path file) {
        return new SiteSettingsReader(file, System::getenv).read();
    }

    /** Reads a text as if it stood in the file. */
    ReadResult read(String text) {
        try {
            Optional<Node> document = YamlDocument.parse(text);
            return document.isPresent() ? read(document.get()) : invalid(Message.of("settings.nothing", file));
        } catch (YamlDocument.SyntaxException syntax) {
            return new ReadResult.Invalid(List.of(syntax.problem()));
        }
    }

    ReadResult read() {
        try {
            return read(text());
        } catch (NoSuchFileException _) {
            return invalid(Message.of("settings.noFile", file));
        } catch (CharacterCodingException _) {
            return invalid(Message.of("settings.notUtf8", file));
        } catch (IOException _) {
            return invalid(Message.of("settings.unreadable", file));
        }
    }

    private ReadResult read(Node document) {
        Problems problems = new Problems();
        Path folder = file.resolveSibling(".");
        References references = new References(folder, environment, problems);
        Section root = new Section(document, document, Keys.ROOT, references, problems);
        SiteSettings settings = new SiteReading(root, folder).read();
        return problems.none() ? new ReadResult.Valid(settings) : new ReadResult.Invalid(problems.sorted());
    }

    String text() throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("larger than " + LARGEST + " bytes");
            }
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        }
    }

    private static ReadResult invalid(Message message) {
        return new ReadResult.Invalid(List.of(SettingsProblem.ofFile(message)));
    }
}
