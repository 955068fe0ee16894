package org.priorfetch.engine.channel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.priorfetch.engine.files.SafeFile;

/** {@code engine.json} in the home folder: tells the user's other processes where the engine listens. */
final class AddressFile {

    private static final String NAME = "engine.json";
    private static final long LARGEST = 4096;

    private final Path file;

    AddressFile(Path home) {
        this.file = home.resolve(NAME);
    }

    /** Writes it so that only its owner can read it, and never half of it. */
    void write(Address address) throws IOException {
        SafeFile.writePrivate(file, Json.MAPPER.writeValueAsBytes(address));
    }

    /** Empty when there is none, or none that can be understood. */
    Optional<Address> read() {
        try {
            if (Files.size(file) > LARGEST) {
                return Optional.empty();
            }
            return Optional.of(Json.MAPPER.readValue(Files.readAllBytes(file), Address.class))
                    .filter(Address::isUsable);
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    /** Removes it unless another engine has written its own in the meantime. */
    void remove(Address own) throws IOException {
        if (read().filter(own::equals).isPresent()) {
            Files.deleteIfExists(file);
        }
    }
}
