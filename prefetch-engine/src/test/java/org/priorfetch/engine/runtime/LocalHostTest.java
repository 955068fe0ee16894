package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.store.DatabaseStore;

/** What is known of a program that does not run. */
class LocalHostTest {

    @TempDir
    Path home;

    private SiteSettings site() throws Exception {
        Path file = Files.writeString(home.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: LOCALPACS, host: 127.0.0.1, port: 4242, issuer: HOSP}
                sources:
                  - {name: regional, type: dimse, aeTitle: REGIONAL, host: 127.0.0.1, port: 10104}
                """);
        return ((ReadResult.Valid) SiteSettingsReader.read(file)).settings();
    }

    @Test
    void whatAKilledProgramWasAtIsNotUnderWay() throws Exception {
        try (Repositories killed = DatabaseStore.open(home, Instant::now)) {
            killed.jobs().add(RuntimeExamples.job(1, "2.25.1", TransferState.RUNNING));
            killed.jobs().add(RuntimeExamples.job(2, "2.25.2", TransferState.COMPLETE));
        }

        assertThat(new LocalHost(Optional::empty).stored(home, site()).orElseThrow().transfers())
                .extracting(TransferView::studyUid, TransferView::state, one -> one.reason() != null)
                .containsExactlyInAnyOrder(tuple("2.25.1", TransferState.QUEUED, true),
                        tuple("2.25.2", TransferState.COMPLETE, false));
    }
}
