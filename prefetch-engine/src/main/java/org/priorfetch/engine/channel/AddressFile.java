package org.priorfetch.engine.channel;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

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
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), NAME, ".new");
        try {
            restrict(fresh);
            Files.write(fresh, Json.MAPPER.writeValueAsBytes(address));
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

    private static void restrict(Path path) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class);
        AclFileAttributeView acl = Files.getFileAttributeView(path, AclFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(PosixFilePermissions.fromString("rw-------"));
        } else if (acl != null) {
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(Files.getOwner(path))
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
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
