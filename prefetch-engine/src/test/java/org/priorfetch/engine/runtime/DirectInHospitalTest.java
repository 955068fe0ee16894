package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.api.PrefetchEngine;
import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.TransferCommand.FetchStudy;
import org.priorfetch.engine.api.TransferView;
import org.priorfetch.engine.demo.SimulatedArchive;
import org.priorfetch.engine.dicom.ImageFile;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.AlertKind;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.transfer.PacsCheck;

/** A site whose archive sends straight to the PACS, with the product's own rules (safety rule 10). */
@Timeout(90)
class DirectInHospitalTest {

    private static final String STUDY = "2.25.100";
    private static final Duration SOON = Duration.ofSeconds(40);

    @TempDir
    Path folder;
    private SimulatedArchive source;
    private SimulatedArchive pacs;
    private List<String> uids;

    @BeforeEach
    void start() throws IOException {
        source = SimulatedArchive.start("REGIONAL", folder.resolve("source"));
        pacs = SimulatedArchive.start("LOCALPACS", folder.resolve("pacs"));
        source.destination("LOCALPACS", pacs.port());
        Path written = folder.resolve("written");
        uids = ImageFile.writeStudy(written, STUDY, 2, 3, 10_000);
        source.addFolder(written);
    }

    @AfterEach
    void stop() throws IOException {
        source.close();
        pacs.close();
    }

    private DirectSite site() throws IOException {
        return DirectSite.in(folder, "LOCALPACS", pacs.port(), source.port());
    }

    private TransferView fetched(PrefetchEngine engine) throws Exception {
        engine.submit(new FetchStudy(STUDY, "regional", null));
        await().atMost(SOON)
                .until(() -> engine.snapshot().transfers().stream().allMatch(one -> one.state().isTerminal()));
        return engine.snapshot().transfers().getFirst();
    }

    private static List<AlertKind> alerts(PrefetchEngine engine) {
        return engine.snapshot().alerts().stream().map(Alert::kind).toList();
    }

    private static List<LedgerEntry> ledger(PrefetchEngine engine) throws Exception {
        return engine.submit(new RecordCommand.ReadLedger(Instant.EPOCH, Instant.now().plusSeconds(60)));
    }

    @Test
    void whatThePacsShowsAsMeantIsComplete() throws Exception {
        try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder, site().settings())) {
            TransferView transfer = fetched(engine);
            assertThat(transfer.state()).as("%s", transfer.reason()).isEqualTo(TransferState.COMPLETE);
            assertThat(alerts(engine)).doesNotContain(AlertKind.MISDELIVERED);
            assertThat(ledger(engine)).singleElement().satisfies(entry -> {
                assertThat(entry.byArchive()).isTrue();
                assertThat(entry.outcome()).isEqualTo(TransferState.COMPLETE);
            });
        }
        assertThat(pacs.sopInstanceUids()).containsExactlyInAnyOrderElementsOf(uids);
    }

    /** The PACS, or the way there, made it another patient's: nobody could see that beforehand. */
    @ParameterizedTest
    @CsvSource({"PatientName, Roe^Richard", "PatientBirthDate, 19601231", "PatientSex, M", "PatientID, 4712",
            "AccessionNumber, FOREIGN-1"})
    void whatThePacsShowsOtherwiseIsHeldListedAndAlarmed(String keyword, String value) throws Exception {
        pacs.faults().showing(keyword, value);
        try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder, site().settings())) {
            TransferView transfer = fetched(engine);
            assertThat(transfer.state()).as("%s", transfer.reason()).isEqualTo(TransferState.HELD);
            assertThat(transfer.reason()).isNotNull()
                    .satisfies(reason -> assertThat(reason.has(PacsCheck.MISMATCH)).isTrue());
            await().atMost(SOON).until(() -> alerts(engine).contains(AlertKind.MISDELIVERED));
            assertThat(engine.snapshot().alerts()).filteredOn(alert -> alert.kind() == AlertKind.MISDELIVERED)
                    .singleElement()
                    .satisfies(alert -> {
                        assertThat(alert.subject()).isEqualTo("regional");
                        assertThat(alert.text().text()).doesNotContain("Doe", "Roe", "4711", "4712");
                    });
            assertThat(ledger(engine)).singleElement().satisfies(entry -> {
                assertThat(entry.instances()).isEqualTo(uids.size());
                assertThat(entry.byArchive()).isTrue();
            });
            assertThat(engine.submit(new RecordCommand.ReadDeliveredUids(STUDY, null)))
                    .extracting(one -> one.instance().sopInstanceUid())
                    .containsExactlyInAnyOrderElementsOf(uids);
        }
    }

    @ParameterizedTest
    @CsvSource({"PatientName, Roe^Richard", "PatientBirthDate, 19601231", "PatientSex, M"})
    void whatTheArchiveStatesOtherwiseIsNotEvenAskedFor(String keyword, String value) throws Exception {
        Path there = folder.resolve("there");
        new ImageFile("2.25.900", 1, 1).write(there);
        pacs.addFolder(there); // the PACS knows who has this patient ID
        source.faults().showing(keyword, value);
        try (PrefetchEngine engine = new LocalHost(Optional::empty).compose(folder, site().settings())) {
            TransferView transfer = fetched(engine);
            assertThat(transfer.state()).as("%s", transfer.reason()).isEqualTo(TransferState.HELD);
            assertThat(alerts(engine)).doesNotContain(AlertKind.MISDELIVERED);
            assertThat(ledger(engine)).isEmpty();
        }
        assertThat(source.traffic().sent()).isEmpty();
    }

    @Test
    void theDoctorSaysWhatItTriedAndLeavesNothing() throws IOException {
        source.faults().withoutGet(true); // which is not used
        ProbeStep step = site().doctor();
        assertThat(step.ok()).as("%s", step.detail().text()).isTrue();
        assertThat(step.detail().key()).isEqualTo("dicom.sawDirect");
        assertThat(step.detail().text()).contains("LOCALPACS", "Not tried");
        assertThat(source.traffic().sent()).isEmpty();
        assertThat(pacs.sopInstanceUids()).isEmpty();
    }

    @Test
    void theDoctorFindsAnArchiveThatDoesNotKnowThePacs() throws IOException {
        try (SimulatedArchive stranger = SimulatedArchive.start("REGIONAL", folder.resolve("stranger"))) {
            source.close();
            source = stranger;
            ProbeStep step = site().doctor();
            assertThat(step.ok()).isFalse();
            assertThat(step.detail().text()).contains("A801");
            assertThat(step.advice()).isNotNull()
                    .satisfies(advice -> assertThat(advice.text()).contains("destination"));
        }
    }
}
