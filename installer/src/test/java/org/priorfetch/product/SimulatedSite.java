package org.priorfetch.product;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.galaxy.io.ImageInputStream;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.demo.SimulatedWorklist;

/** A worklist, one archive and a PACS in this process, which count what passes and fail to order. */
final class SimulatedSite implements AutoCloseable {

    final SimulatedWorklist worklist;
    final SimulatedArchive archive;
    final SimulatedArchive pacs;
    private final Path archiveFolder;

    SimulatedSite(Path folder) {
        archiveFolder = folder.resolve("archive");
        try {
            worklist = SimulatedWorklist.start("RIS");
            archive = SimulatedArchive.start("REGIONAL", archiveFolder);
            pacs = SimulatedArchive.start("LOCALPACS", folder.resolve("pacs"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Site settings() {
        return settings("associations: 2");
    }

    /** @param limits of the archive, such as {@code limit: 1 Mbit/s} */
    Site settings(String... limits) {
        return new Site().pacs("LOCALPACS", pacs.port())
                .worklist("ris", "RIS", worklist.port())
                .source("regional", "REGIONAL", archive.port(), limits);
    }

    void archives(Study study) {
        study.write(archiveFolder).forEach(this::archives);
    }

    void archives(Path file) {
        try {
            archive.add(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How often each instance reached the PACS. */
    Map<String, Integer> stored() {
        return pacs.traffic().stored();
    }

    /** The first image of the study as the PACS holds it, up to its pixel data. */
    Attributes arrived(Study study) throws IOException {
        Path file = pacs.file(study.sopInstanceUids().iterator().next()).orElseThrow();
        try (ImageInputStream in = new ImageInputStream(file.toFile())) {
            return in.readDataset(-1, Tag.PixelData);
        }
    }

    @Override
    public void close() {
        pacs.close();
        archive.close();
        worklist.close();
    }
}
