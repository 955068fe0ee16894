package org.priorfetch.engine.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

import org.priorfetch.engine.model.Message;

/** The folder that belongs to the program, and the place of the database in it. Only its owner may look into either. */
record HomeFolder(Path path) {

    private static final String DATABASE = "priorfetch";
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

    /** H2's name of the database: its file without the ending. */
    Path database() {
        return path.resolve(DATABASE);
    }

    Path databaseFile() {
        return path.resolve(DATABASE + SUFFIX);
    }

    boolean hasDatabase() throws IOException {
        return Files.exists(databaseFile()) && Files.size(databaseFile()) > 0;
    }

    /** H2 would open a file that it may not write for reading only, and create one that everybody may read. */
    void prepareDatabaseFile() {
        try {
            Files.createFile(databaseFile(), ownerOnly("rw-------"));
        } catch (FileAlreadyExistsException _) {
            if (!Files.isWritable(databaseFile())) {
                throw new StoreException(Message.of("store.notWritable", databaseFile()), null);
            }
        } catch (IOException impossible) {
            throw notWritable(impossible);
        }
    }

    StoreException notWritable(IOException cause) {
        return new StoreException(Message.of("store.notWritable", path), cause);
    }

    private static FileAttribute<?>[] ownerOnly(String permissions) {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)) }
                : new FileAttribute<?>[0];
    }
}
