package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.UnreadableFile;
import org.priorfetch.engine.port.Cancellation;

/** Looks through a folder or a disc for images, with or without a DICOMDIR. */
public final class MediaScan {

    /** Hears how far it is. */
    @FunctionalInterface
    public interface Listener {

        void lookedAt(int files, int ofAll);
    }

    private final Path folder;
    private final Path bulkFolder;
    private final Cancellation cancellation;
    private final List<Path> files = new ArrayList<>();
    private final List<MediaFile> images = new ArrayList<>();
    private final List<UnreadableFile> unreadable = new ArrayList<>();
    private int otherFiles;

    private MediaScan(Path folder, Path bulkFolder, Cancellation cancellation) {
        this.folder = folder;
        this.bulkFolder = bulkFolder;
        this.cancellation = cancellation;
    }

    /**
     * What is in the folder. Returns early, with what was found until then, when cancelled.
     *
     * @param bulkFolder where large values of headers are kept while a file is read
     * @throws IOException when the folder cannot be listed
     */
    public static MediaFolder of(Path folder, Path bulkFolder, Listener listener, Cancellation cancellation)
            throws IOException {
        return new MediaScan(folder, bulkFolder, cancellation).look(listener);
    }

    private MediaFolder look(Listener listener) throws IOException {
        Optional<Path> directory = MediaDirectory.in(folder);
        Files.walkFileTree(folder, new Lister());
        int lookedAt = 0;
        listener.lookedAt(0, files.size());
        for (Path file : files) {
            if (cancellation.isCancelled()) {
                break;
            }
            lookAt(file);
            listener.lookedAt(++lookedAt, files.size());
        }
        if (directory.isPresent()) {
            compareWith(directory.get());
        }
        return new MediaFolder(folder, bulkFolder, images, unreadable, otherFiles);
    }

    private void lookAt(Path file) {
        try {
            Optional<MediaFile> read = MediaFile.read(file, bulkFolder);
            if (read.isEmpty()) {
                otherFiles++;
            } else if (read.get().isPlaced()) {
                images.add(read.get());
            } else {
                cannotRead(file, "media.withoutUids");
            }
        } catch (IOException | RuntimeException damaged) {
            cannotRead(file, "media.damaged");
        }
    }

    private void compareWith(Path directory) {
        Set<String> there = new HashSet<>();
        files.forEach(file -> there.add(MediaDirectory.form(folder, file)));
        try {
            for (String named : MediaDirectory.files(directory)) {
                if (!there.contains(named)) {
                    unreadable.add(new UnreadableFile(named.toUpperCase(Locale.ROOT), Message.of("media.missing")));
                }
            }
        } catch (IOException | RuntimeException damaged) {
            cannotRead(directory, "media.damagedDirectory");
        }
    }

    private void cannotRead(Path file, String why) {
        unreadable.add(new UnreadableFile(folder.relativize(file).toString(), Message.of(why)));
    }

    /** Finds the files; a part of the folder that cannot be listed is said, and keeps nobody from the rest. */
    private final class Lister extends SimpleFileVisitor<Path> {

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !MediaDirectory.isOne(file)) {
                files.add(file);
            }
            return cancellation.isCancelled() ? FileVisitResult.TERMINATE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) {
            cannotRead(file, "media.unlistable");
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path visited, IOException failure) {
            if (failure != null) {
                cannotRead(visited, "media.unlistable");
            }
            return FileVisitResult.CONTINUE;
        }
    }
}
