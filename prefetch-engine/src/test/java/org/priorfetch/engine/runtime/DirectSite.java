package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;

/** A site whose one archive, {@code regional}, sends straight to the PACS. */
record DirectSite(Path folder, SiteSettings settings) {

    static DirectSite in(Path folder, String pacsAeTitle, int pacsPort, int sourcePort) throws IOException {
        Path site = Files.writeString(folder.resolve("site.yaml"),
                """
                        self: {aeTitle: PRIORFETCH}
                        pacs: {aeTitle: %s, host: 127.0.0.1, port: %d}
                        sources:
                          - {name: regional, type: dimse, aeTitle: REGIONAL, host: 127.0.0.1, port: %d, retrieve: direct, accessions: same}
                        """
                        .formatted(pacsAeTitle, pacsPort, sourcePort));
        return new DirectSite(folder, ((ReadResult.Valid) SiteSettingsReader.read(site)).settings());
    }

    /** What the doctor finds of the way from the archive. */
    ProbeStep doctor() throws IOException {
        try (SiteConnections connections = new SiteConnections(settings, folder.resolve("spool"), false,
                new SystemClock(), Deadlines.DEFAULT)) {
            return connections.probes()
                    .stream()
                    .filter(probe -> probe.name().equals("regional"))
                    .findFirst()
                    .orElseThrow()
                    .probe(CheckStep.RETRIEVE);
        }
    }
}
