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

    private static final Duration LOOK_EVERY = Duration.ofMillis(2);

    private final Path folder;

    Ours(Path folder) {
        this.folder = folder;
    }

    double fetch(Lab.Ends ends, int associations, List<Study> studies) {
        return fetch("{name: regional, type: dimse, aeTitle: %s, host: 127.0.0.1, port: %d, associations: %d}"
                .formatted(Lab.SOURCE, ends.source().port(), associations), ends, studies);
    }

    double fetchByWeb(Lab.Ends ends, int associations, List<Study> studies) {
        return fetch("{name: regional, type: dicomweb, url: 'http://127.0.0.1:%d/dicom-web', associations: %d}"
                .formatted(ends.web().port(), associations), ends, studies);
    }

    private double fetch(String source, Lab.Ends ends, List<Study> studies) {
        try {
            Path home = Files.createTempDirectory(folder, "home");
            Path site = Files.writeString(home.resolve("site.yaml"), """
                    self: {aeTitle: PRIORFETCH, host: 127.0.0.1}
                    pacs: {aeTitle: %s, host: 127.0.0.1, port: %d}
                    sources: [%s]
                    """.formatted(Lab.PACS, ends.pacs(), source));
            if (!(SiteSettingsReader.read(site) instanceof ReadResult.Valid(SiteSettings settings))) {
                throw new IllegalStateException("the settings are wrong");
            }
            try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(home, settings)) {
                return fetch(engine, studies);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        } catch (HomeUnusableException | CommandFailedException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static double fetch(PrefetchEngine engine, List<Study> studies) throws CommandFailedException {
        long begun = System.nanoTime();
        for (Study study : studies) {
            engine.submit(new FetchStudy(study.uid(), "regional", null));
        }
        List<TransferView> transfers = engine.snapshot().transfers();
        while (transfers.size() < studies.size()
                || transfers.stream().anyMatch(transfer -> !transfer.state().isTerminal())) {
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
            transfers = engine.snapshot().transfers();
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        if (transfers.stream().anyMatch(transfer -> transfer.state() != TransferState.COMPLETE)) {
            throw new IllegalStateException(transfers.stream().map(String::valueOf).collect(Collectors.joining("\n")));
        }
        return seconds;
    }
}
