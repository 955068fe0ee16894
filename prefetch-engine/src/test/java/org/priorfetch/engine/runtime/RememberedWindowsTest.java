package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.dicom.Deadlines;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.store.DatabaseStore;

/** A peer that hangs up when it is asked for an operations window, from one start of the engine to the next. */
@Timeout(60)
class RememberedWindowsTest {

    @TempDir
    Path folder;

    private SiteSettings site(int port) throws IOException {
        Path file = Files.writeString(folder.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242, issuer: HOSP}
                sources:
                  - {name: regional, type: dimse, aeTitle: REGIONAL, host: 127.0.0.1, port: %d}
                """.formatted(port));
        return ((ReadResult.Valid) SiteSettingsReader.read(file)).settings();
    }

    /** Starts anew, and lets the doctor knock. */
    private ProbeStep knock(SiteSettings site, TurnedClock clock) throws IOException {
        try (Repositories store = DatabaseStore.open(folder.resolve("home"), InstantSource.system());
                SiteConnections connections = new SiteConnections(site, folder.resolve("spool"), false, clock,
                        Deadlines.DEFAULT)) {
            connections.rememberWindowsIn(new RememberedWindows(store.peers(), clock));
            return connections.probes()
                    .stream()
                    .filter(probe -> probe.name().equals("regional"))
                    .findFirst()
                    .orElseThrow()
                    .probe(CheckStep.ASSOCIATION);
        }
    }

    @Test
    void whatWasGrantedIsSaid() throws IOException {
        try (SimulatedArchive archive = SimulatedArchive.start("REGIONAL", folder.resolve("archive"))) {
            SiteSettings site = site(archive.port());
            archive.faults().window(8);
            assertThat(knock(site, new TurnedClock()).detail().text()).contains("operations window of 8/8");
            archive.faults().window(1);
            assertThat(knock(site, new TurnedClock()).detail().text()).contains("one operation at a time");
        }
    }

    @Test
    void askedOnceInAMonth() throws IOException {
        Files.createDirectories(folder.resolve("spool"));
        try (SimulatedArchive archive = SimulatedArchive.start("REGIONAL", folder.resolve("archive"))) {
            SiteSettings site = site(archive.port());
            TurnedClock clock = new TurnedClock();
            archive.faults().dropWhoAsksForWindow(true);
            for (int start = 0; start < 3; start++) {
                ProbeStep step = knock(site, clock);
                assertThat(step.ok()).as("%s", step.detail().text()).isTrue();
                assertThat(step.detail().text()).contains("one operation at a time");
                assertThat(archive.traffic().windowsAsked()).isOne();
            }
            clock.turnOn(Duration.ofDays(31));
            assertThat(knock(site, clock).ok()).isTrue();
            assertThat(archive.traffic().windowsAsked()).isEqualTo(2);
        }
    }
}
