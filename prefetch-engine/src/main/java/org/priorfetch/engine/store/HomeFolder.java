package org.priorfetch.engine.store;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

import org.priorfetch.engine.model.Message;

/**
 * The folder that belongs to the program, and the place of the database in it. Only its owner may look into either. The
 * database is made under another name and then renamed: where there is one, it was whole once.
 */
record HomeFolder(Path path) {

    private static final String DATABASE = "priorfetch";
    private static final String DRAFT = "priorfetch-new";
    private static final String SUFFIX = ".mv.db";

    static HomeFolder create(Path home) {
        HomeFolder folder = of(home);
        try {
            Files.createDirectories(folder.path, ownerOnly("rwx------"));
        } catch (IOException impossible) {
            throw folder.notWritable(impossible);
        }
        return folder;
    }

    static HomeFolder of(Path home) {
        return new HomeFolder(home.toAbsolutePath().normalize());
    }

    Path databaseFile() {
        return path.resolve(DATABASE + SUFFIX);
    }

    /** H2's name of the database: its file without the ending. */
    Path database() {
        return path.resolve(DATABASE);
    }

    Path draft() {
        return path.resolve(DRAFT);
    }

    boolean hasDatabase() {
        return Files.exists(databaseFile());
    }

    /** H2 would open a file that it may not write for reading only. */
    void requireWritable() {
        if (!Files.isWritable(databaseFile())) {
            throw new StoreException(Message.of("store.notWritable", databaseFile()), null);
        }
    }

    /** An empty file to make the database in; H2's own would be readable for everybody. */
    void beginDraft() {
        try {
            Files.deleteIfExists(draftFile());
            Files.createFile(draftFile(), ownerOnly("rw-------"));
        } catch (IOException impossible) {
            throw notWritable(impossible);
        }
    }

    void finishDraft() {
        try {
            Files.move(draftFile(), databaseFile(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException impossible) {
            throw notWritable(impossible);
        }
    }

    StoreException notWritable(IOException cause) {
        return new StoreException(Message.of("store.notWritable", path), cause);
    }

    void eraseDatabase() {
        try {
            Files.deleteIfExists(databaseFile());
        } catch (IOException impossible) {
            throw notWritable(impossible);
        }
    }

    private Path draftFile() {
        return path.resolve(DRAFT + SUFFIX);
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[]{
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))}
                : new FileAttribute<?>[0];
    }
}
