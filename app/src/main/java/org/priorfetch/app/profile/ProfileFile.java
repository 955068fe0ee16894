package org.priorfetch.app.profile;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the profile, and writes it whole: a moment after a change, so that many changes are one write. */
final class ProfileFile implements AutoCloseable {

    static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private static final Logger LOG = LoggerFactory.getLogger(ProfileFile.class);
    private static final long MOMENT_MILLIS = 300;
    private static final Executor A_MOMENT_LATER = CompletableFuture.delayedExecutor(MOMENT_MILLIS,
            TimeUnit.MILLISECONDS, Executors.newVirtualThreadPerTaskExecutor());

    private final Path file;
    private final AtomicReference<@Nullable Map<String, JsonNode>> unsaved = new AtomicReference<>();
    private final Object writing = new Object();

    ProfileFile(Path file) {
        this.file = file;
    }

    Map<String, JsonNode> read() {
        try {
            return MAPPER.readValue(Files.readAllBytes(file), new TypeReference<HashMap<String, JsonNode>>() {});
        } catch (NoSuchFileException none) {
            return new HashMap<>();
        } catch (IOException unreadable) {
            LOG.warn("{} cannot be read; the defaults hold, and it is replaced at the next change.", file);
            return new HashMap<>();
        }
    }

    void write(Map<String, JsonNode> sections) {
        if (unsaved.getAndSet(Map.copyOf(sections)) == null) {
            A_MOMENT_LATER.execute(this::writeNow);
        }
    }

    @Override
    public void close() {
        writeNow();
    }

    private void writeNow() {
        synchronized (writing) {
            Map<String, JsonNode> sections = unsaved.getAndSet(null);
            if (sections != null) {
                try {
                    replace(MAPPER.writeValueAsBytes(sections));
                } catch (IOException failure) {
                    LOG.warn("{} could not be written: {}", file, failure.getMessage());
                }
            }
        }
    }

    private void replace(byte[] content) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path fresh = Files.createTempFile(folder, file.getFileName().toString(), ".new");
        try {
            Files.write(fresh, content);
            move(fresh);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private void move(Path fresh) throws IOException {
        try {
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException _) {
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
