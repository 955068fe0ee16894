package org.priorfetch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.demo.Faults;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.demo.SlowLine;
import org.priorfetch.engine.testing.OrthancServer;

/** The same study from a source that grants an operations window and from one that grants none. */
final class Windows {

    private static final int ONE_AT_A_TIME = 1;
    private static final List<Study> STUDIES = List.of(Study.CT);

    private final Path folder;
    private final Ours ours;

    Windows(Path folder, Ours ours) {
        this.folder = folder;
        this.ours = ours;
    }

    /** Adds the scenarios. */
    void to(Map<String, Runnable> scenarios) {
        scenarios.put("window-40", () -> compare(Duration.ofMillis(40), null));
        scenarios.put("window-100", () -> compare(Duration.ofMillis(100), null));
        scenarios.put("window-100-narrow", () -> compare(Duration.ofMillis(100), 100_000_000L));
    }

    private void compare(Duration roundTrip, @Nullable Long bitsPerSecond) {
        String line = bitsPerSecond == null ? "" : ", 100 Mbit/s";
        String name = "CT, 300 images, 157 MB, round trip " + roundTrip.toMillis() + " ms" + line;
        Study.CT.write(folder);
        for (int associations : new int[]{1, 4}) {
            String who = associations + (associations == 1 ? " association, window of " : " associations, window of ");
            double reference = Bench.row(name, who + Faults.WINDOW, 0,
                    () -> fetch(roundTrip, bitsPerSecond, Faults.WINDOW, associations));
            Bench.row(name, who + ONE_AT_A_TIME, reference,
                    () -> fetch(roundTrip, bitsPerSecond, ONE_AT_A_TIME, associations));
        }
    }

    private double fetch(Duration roundTrip, @Nullable Long bitsPerSecond, int window, int associations) {
        try (SimulatedArchive source = SimulatedArchive.start(Lab.SOURCE, folder.resolve(Study.CT.uid()));
                OrthancServer pacs = OrthancServer.start(Lab.PACS);
                SlowLine line = SlowLine.to(source.port(), roundTrip.dividedBy(2), bitsPerSecond)) {
            source.faults().window(window);
            return ours.fetch(new Lab.Ends(line, line, pacs.dicomPort()), associations, STUDIES);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
