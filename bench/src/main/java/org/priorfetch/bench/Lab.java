package org.priorfetch.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.demo.SlowLine;
import org.priorfetch.engine.testing.OrthancServer;

/** Two archives as they come out of the package, with a line between them. Every run has an empty PACS of its own. */
final class Lab implements AutoCloseable {

    static final String SOURCE = "REGIONAL";
    static final String PACS = "LOCALPACS";

    private final OrthancServer source = OrthancServer.start(SOURCE);
    private final Duration oneWay;
    private final @Nullable Long bitsPerSecond;

    /**
     * @param roundTrip of the line between them
     * @param bitsPerSecond of the line in each direction; null for as fast as loopback
     */
    Lab(Duration roundTrip, @Nullable Long bitsPerSecond, Path folder, List<Study> studies) {
        this.oneWay = roundTrip.dividedBy(2);
        this.bitsPerSecond = bitsPerSecond;
        studies.forEach(study -> study.write(folder).forEach(source::upload));
    }

    /** What is done with an empty PACS, and the lines to the source and back. */
    interface Work {
        double seconds(Ends ends);
    }

    /**
     * Where to connect to.
     *
     * @param source as somebody beside the PACS sees it
     * @param web the same, by DICOMweb
     */
    record Ends(SlowLine source, SlowLine web, int pacs) {}

    double with(Work work) {
        try (OrthancServer pacs = OrthancServer.start(PACS);
                SlowLine there = SlowLine.to(source.dicomPort(), oneWay, bitsPerSecond);
                SlowLine web = SlowLine.to(URI.create(source.url()).getPort(), oneWay, bitsPerSecond);
                SlowLine back = SlowLine.to(pacs.dicomPort(), oneWay, bitsPerSecond)) {
            source.modality(PACS, PACS, back.port()); // what it sends goes the long way, too
            return work.seconds(new Ends(there, web, pacs.dicomPort()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
