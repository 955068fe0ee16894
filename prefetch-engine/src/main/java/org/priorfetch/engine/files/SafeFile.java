package org.priorfetch.engine.files;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.AclEntry;
import java.nio.file.attribute.AclEntryPermission;
import java.nio.file.attribute.AclEntryType;
import java.nio.file.attribute.AclFileAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Writes a file through a new one that takes its place, so that nobody ever reads half of it. */
public final class SafeFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final Set<PosixFilePermission> USUAL = PosixFilePermissions.fromString("rw-r--r--");

    private SafeFile() {}

    /** Only its owner can read it, from its first byte on. */
    public static void writePrivate(Path file, byte[] content) throws IOException {
        replace(file, content, SafeFile::restrict);
    }

    /** Keeps the permissions of the file that it replaces. */
    public static void write(Path file, byte[] content) throws IOException {
        replace(file, content, fresh -> allowAs(file, fresh));
    }

    private interface Permissions {

        void give(Path fresh) throws IOException;
    }

    private static void replace(Path file, byte[] content, Permissions permissions) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), file.getFileName().toString(), ".new");
        try {
            permissions.give(fresh);
            Files.write(fresh, content);
            force(fresh);
            move(fresh, file);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    /** On the disk before it takes the other's place, or a power cut could leave an empty file. */
    private static void force(Path fresh) throws IOException {
        try (FileChannel channel = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }

    private static void move(Path fresh, Path file) throws IOException {
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
            posix.setPermissions(OWNER_ONLY);
        } else if (acl != null) {
            acl.setAcl(List.of(AclEntry.newBuilder()
                    .setType(AclEntryType.ALLOW)
                    .setPrincipal(Files.getOwner(path))
                    .setPermissions(EnumSet.allOf(AclEntryPermission.class))
                    .build()));
        }
    }

    private static void allowAs(Path file, Path fresh) throws IOException {
        PosixFileAttributeView posix = Files.getFileAttributeView(fresh, PosixFileAttributeView.class);
        if (posix != null) {
            posix.setPermissions(Files.exists(file) ? Files.getPosixFilePermissions(file) : USUAL);
        }
    }
}
