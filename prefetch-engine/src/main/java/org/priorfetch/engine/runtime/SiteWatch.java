package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a file that may be written to, or be replaced, at any time. The system tells of changes in its folder; where it
 * tells of none, as on a network drive or behind a link, the content is looked at now and then.
 */
final class SiteWatch implements AutoCloseable {

    /** For what nobody tells of. */
    static final Duration POLL = Duration.ofSeconds(15);

    private static final Logger LOG = LoggerFactory.getLogger(SiteWatch.class);

    private final Path folder;
    private final Supplier<String> version;
    private final Runnable changed;
    private final Duration poll;
    private final WatchService watch;
    private final SettledContent content = new SettledContent("not looked at yet");

    /**
     * @param version of the content; the same for the same content
     * @param changed called once for each content that has come to rest, the first one too
     * @throws IOException when the system cannot be asked to wake anybody
     */
    SiteWatch(Path file, Supplier<String> version, Runnable changed, Duration poll) throws IOException {
        this.folder = file.toAbsolutePath().resolveSibling(".").normalize();
        this.version = version;
        this.changed = changed;
        this.poll = poll;
        this.watch = folder.getFileSystem().newWatchService();
    }

    void start() {
        try {
            WatchKey _ = folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE,
                    StandardWatchEventKinds.ENTRY_MODIFY, StandardWatchEventKinds.ENTRY_DELETE);
        } catch (IOException unwatched) {
            LOG.info("The system does not tell of changes in {}, so that they are seen some seconds later", folder);
        }
        Thread.ofVirtual().name("site-watch").start(this::lookUntilClosed);
    }

    private void lookUntilClosed() {
        try {
            while (true) {
                look();
                rest();
            }
        } catch (ClosedWatchServiceException closed) {
            LOG.debug("{} is watched no more", folder);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (content.isNew(version.get(), System.nanoTime())) {
                changed.run();
            }
        } catch (RuntimeException defect) {
            LOG.error("Changed settings could not be looked at", defect);
        }
    }

    private void rest() throws InterruptedException {
        Duration nap = content.isSettling() ? SettledContent.REST : poll;
        WatchKey told = watch.poll(nap.toNanos(), TimeUnit.NANOSECONDS);
        if (told != null) {
            told.pollEvents();
            told.reset();
        }
    }

    @Override
    public void close() {
        try {
            watch.close();
        } catch (IOException alreadyGone) {
            LOG.debug("The watch on {} did not close cleanly", folder, alreadyGone);
        }
    }
}
