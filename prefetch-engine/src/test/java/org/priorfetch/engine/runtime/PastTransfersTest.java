package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.HistoryFilter;
import org.priorfetch.engine.api.HistoryPage;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.settings.ReadResult;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SiteSettingsReader;
import org.priorfetch.engine.store.DatabaseStore;

/** What people read of transfers that have ended. */
class PastTransfersTest {

    @TempDir
    Path home;

    @Test
    void whatWasCarriedTwiceIsSaidOfEachAlsoAfterARestart() {
        long twice;
        try (Repositories store = DatabaseStore.open(home, InstantSource.system())) {
            twice = ended(store, "1.2.1");
            long once = ended(store, "1.2.2");
            assertThat(once).isNotEqualTo(twice);
            store.jobs().addCarriedTwice(twice, 4_000);
            store.jobs().addCarriedTwice(twice, 711);
        }
        try (Repositories store = DatabaseStore.open(home, InstantSource.system())) {
            History history = new History(store.jobs(), store.rates(),
                    id -> store.jobs().carriedTwice(10).getOrDefault(id, 0L));
            HistoryPage page = history.read(new RecordCommand.ReadHistory(HistoryFilter.ALL, 0, 10));
            assertThat(page.rows()).hasSize(2)
                    .allSatisfy(row -> assertThat(row.bytesTwice()).isEqualTo(row.id() == twice ? 4_711 : 0))
                    .extracting(TransferView::bytes)
                    .containsOnly(4_000L);
        }
    }

    @Test
    void itIsSaidWhileTheProgramDoesNotRun() throws Exception {
        try (Repositories store = DatabaseStore.open(home, InstantSource.system())) {
            store.jobs().addCarriedTwice(ended(store, "1.2.1"), 4_711);
        }
        Path siteFile = Files.writeString(home.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH}
                pacs: {aeTitle: PACS, host: 127.0.0.1, port: 4242}
                worklists: [{name: ris, type: mwl, aeTitle: RIS, host: 127.0.0.1, port: 4243}]
                sources: [{name: regional, type: dimse, aeTitle: REGIONAL, host: 127.0.0.1, port: 4244}]
                """);
        if (!(SiteSettingsReader.read(siteFile) instanceof ReadResult.Valid(SiteSettings site))) {
            throw new AssertionError("the settings are wrong");
        }
        assertThat(new LocalHost(Optional::empty).stored(home, site).orElseThrow().transfers())
                .extracting(TransferView::bytesTwice)
                .containsExactly(4_711L);
    }

    private static long ended(Repositories store, String study) {
        TransferJob job = store.jobs().add(RuntimeExamples.job(0, study, TransferState.QUEUED));
        store.jobs().save(job.with(TransferState.COMPLETE, null, RuntimeExamples.NOW));
        return job.id();
    }
}
