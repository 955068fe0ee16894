package org.priorfetch.engine.admin;

import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.files.SafeFile;
import org.priorfetch.engine.model.Message;

/** {@code admin.json} in the home folder, which only its owner can read. */
final class AdminFile {

    static final String NAME = "admin.json";

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private final Path file;

    AdminFile(Path home) {
        this.file = home.resolve(NAME);
    }

    /** @throws CommandFailedException when it is there and cannot be understood: then nothing may be unlocked */
    AdminRecord read() throws CommandFailedException {
        try {
            return JSON.readValue(Files.readAllBytes(file), AdminRecord.class);
        } catch (NoSuchFileException _) {
            return AdminRecord.NEW;
        } catch (IOException | RuntimeException _) {
            throw new CommandFailedException(Message.of("admin.unreadable", file));
        }
    }

    void write(AdminRecord content) throws CommandFailedException {
        try {
            SafeFile.writePrivate(file, JSON.writeValueAsBytes(content));
        } catch (IOException _) {
            throw new CommandFailedException(Message.of("admin.unwritable", file));
        }
    }
}
