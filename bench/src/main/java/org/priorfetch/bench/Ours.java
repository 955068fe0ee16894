package org.priorfetch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.TransferCommand.FetchStudy;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.cli.HomeUnusableException;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.runtime.LocalHost;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;

/** The product: from the wish of a person to the proof that every image is in the PACS. */
final class Ours {

    private static final Duration LOOK_EVERY = Duration.ofMillis(10);
    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final Path folder;

    Ours(Path folder) {
        this.folder = folder;
    }

    double fetch(Lab.Ends ends, int associations, List<Study> studies) {
        return fetch(home(dimse(ends, associations), ends), uids(studies));
    }

    double fetchByWeb(Lab.Ends ends, int requests, List<Study> studies) {
        return fetch(home("{name: regional, type: dicomweb, url: 'http://127.0.0.1:%d/dicom-web', associations: %d}"
                .formatted(ends.web(), requests), ends), uids(studies));
    }

    static String dimse(Lab.Ends ends, int associations) {
        return "{name: regional, type: dimse, aeTitle: %s, host: 127.0.0.1, port: %d, associations: %d}"
                .formatted(Lab.SOURCE, ends.dicom(), associations);
    }

    private static List<String> uids(List<Study> studies) {
        return studies.stream().map(Study::uid).toList();
    }

    /** A folder with the settings. */
    Path home(String source, Lab.Ends ends) {
        try {
            Path home = Files.createTempDirectory(folder, "home");
            Files.writeString(home.resolve("site.yaml"), """
                    self: {aeTitle: PRIORFETCH, host: 127.0.0.1}
                    pacs: {aeTitle: %s, host: 127.0.0.1, port: %d}
                    sources: [%s]
                    """.formatted(Lab.PACS, ends.pacs(), source));
            return home;
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    /** Fetches the studies, and returns how long it took once the program was open. */
    static double fetch(Path home, List<String> studyUids) {
        return fetch(home, studyUids, LOOK_EVERY, () -> {});
    }

    /**
     * The same.
     *
     * @param lookEvery so often it is looked at how far it is, which costs processor time, too
     * @param open what is done when the program is open
     */
    static double fetch(Path home, List<String> studyUids, Duration lookEvery, Runnable open) {
        try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(home, settings(home))) {
            Rest.await();
            open.run();
            return fetch(engine, studyUids, lookEvery);
        } catch (HomeUnusableException | CommandFailedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static SiteSettings settings(Path home) {
        if (SiteSettingsReader.read(home.resolve("site.yaml")) instanceof ReadResult.Valid(SiteSettings settings)) {
            return settings;
        }
        throw new IllegalStateException("the settings are wrong");
    }

    private static double fetch(PrefetchEngine engine, List<String> studyUids, Duration lookEvery)
            throws CommandFailedException {
        long begun = System.nanoTime();
        for (String uid : studyUids) {
            engine.submit(new FetchStudy(uid, "regional", null));
        }
        List<TransferView> transfers = engine.snapshot().transfers();
        while (transfers.size() < studyUids.size()
                || transfers.stream().anyMatch(transfer -> !transfer.state().isTerminal())) {
            LockSupport.parkNanos(lookEvery.toNanos());
            transfers = engine.snapshot().transfers();
            if (System.nanoTime() - begun > PATIENCE.toNanos()) {
                throw new IllegalStateException("not done within " + PATIENCE + ": " + transfers);
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (transfers.stream().anyMatch(transfer -> transfer.state() != TransferState.COMPLETE)) {
            throw new IllegalStateException(transfers.stream().map(String::valueOf).collect(Collectors.joining("\n")));
        }
        return seconds;
    }
}
