package org.priorfetch.engine.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.files.SafeFile;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteProblem;

/** {@code site.yaml} as forms read and write it. */
public final class SiteFile {

    private static final String HEADER = """
            # PriorFetch: settings of this site. Check them with "priorfetch config validate".
            # A secret does not belong in here: write ${env:NAME} or ${file:PATH} instead.
            """;
    private static final Set<PosixFilePermission> WRITE = EnumSet.of(PosixFilePermission.OWNER_WRITE,
            PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    private final Path file;
    private final SiteSettingsReader reader;

    public SiteFile(Path file) {
        this(file, System::getenv);
    }

    SiteFile(Path file, Function<String, @Nullable String> environment) {
        this.file = file.toAbsolutePath();
        this.reader = new SiteSettingsReader(file, environment);
    }

    public Path path() {
        return file;
    }

    SiteSettingsReader reader() {
        return reader;
    }

    /** Also true where that cannot be found out: what may be there is never taken for missing. */
    public boolean exists() {
        return !Files.notExists(file);
    }

    /** Also false for a file that nobody may write, whoever we are. */
    public boolean isWritable() {
        Path place = exists() ? file : file.getParent();
        try {
            PosixFileAttributeView posix = Files.getFileAttributeView(place, PosixFileAttributeView.class);
            boolean forbidden = posix != null
                    && posix.readAttributes().permissions().stream().noneMatch(WRITE::contains);
            return !forbidden && Files.isWritable(place);
        } catch (IOException _) {
            return false;
        }
    }

    /** Of the content; empty when there is no file, or none that can be read. */
    public String version() {
        try {
            byte[] content = content();
            return content == null ? "" : hash(content);
        } catch (IOException _) {
            return "";
        }
    }

    /** As the file has it; empty when it is missing or no YAML. */
    public SiteForm form() {
        return FormReading.of(understood());
    }

    /** The settings that it has now, or what is wrong with them. */
    public ReadResult read() {
        return reader.read();
    }

    public List<SiteProblem> problems() {
        return reader.read() instanceof ReadResult.Invalid(List<SettingsProblem> problems)
                ? new FieldPlaces(understood()).problems(problems)
                : List.of();
    }

    /** As the file has them; empty while something is wrong with it. */
    public Optional<RelevanceRules> rules() {
        return settings().map(SiteSettings::relevance);
    }

    Optional<SiteSettings> settings() {
        return reader.read() instanceof ReadResult.Valid(SiteSettings settings) ? Optional.of(settings)
                : Optional.empty();
    }

    /**
     * Takes the place of the file, of which a dated copy is kept.
     *
     * @throws IOException when it cannot be written; then the file is as it was
     */
    public void write(String text, LocalDateTime now) throws IOException {
        Path real = exists() ? file.toRealPath() : file;
        if (exists()) {
            new Backups(real).keep(now);
        }
        SafeFile.write(real, text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The content, to be given back to {@link #restore}; null when there is no file.
     *
     * @throws IOException when it is there and cannot be read
     */
    public byte @Nullable [] content() throws IOException {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return null;
        }
    }

    public void restore(byte @Nullable [] content) throws IOException {
        if (content == null) {
            Files.deleteIfExists(file);
        } else {
            SafeFile.write(file.toRealPath(), content);
        }
    }

    /** What cannot be understood shows an empty form, which is never written over it. */
    YamlText understood() {
        try {
            return new YamlText(reader.text());
        } catch (YamlDocument.SyntaxException | IOException _) {
            return sayingNothing();
        }
    }

    /** A file that says nothing yet. */
    static YamlText sayingNothing() {
        try {
            return new YamlText(HEADER);
        } catch (YamlDocument.SyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
