package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.RecordCommand.ReadDeliveredUids;
import org.priorfetch.engine.api.SiteCommand.AnswerDeliveryTest;
import org.priorfetch.engine.api.SiteCommand.TestDelivery;
import org.priorfetch.engine.dicom.Dump;
import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.DeliveryTest.Landed;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.store.DatabaseStore;
import org.priorfetch.engine.testing.Conformity;
import org.priorfetch.engine.testing.FreePort;
import org.priorfetch.engine.testing.NeedsTools;
import org.priorfetch.engine.testing.OrthancServer;

/** The marked test study in a real PACS, and what a person then says of it. */
@NeedsTools({"Orthanc", "dcmdump", "dciodvfy"})
class DeliveryTestInteropTest {

    @TempDir
    Path folder;

    private LocalEngine engine(int pacsPort) throws IOException {
        Path file = Files.writeString(folder.resolve("site.yaml"), """
                self: {aeTitle: PRIORFETCH, host: 127.0.0.1}
                pacs:
                  aeTitle: LOCALPACS
                  host: 127.0.0.1
                  port: %d
                  marks: {descriptionPrefix: "EXT ", studyStatus: READ}
                sources: []
                """.formatted(pacsPort));
        return TestEngine.of(file, folder.resolve("home"));
    }

    @Test
    void isSentMarkedListedAndAnsweredForGood() throws Exception {
        try (OrthancServer pacs = OrthancServer.start("LOCALPACS")) {
            DeliveryTest sent;
            List<LocalDate> days = new ArrayList<>();
            try (LocalEngine engine = engine(pacs.dicomPort())) {
                assertThat(engine.snapshot().deliveryTest()).isNull();

                days.add(LocalDate.now(ZoneId.systemDefault()));
                sent = engine.submit(new TestDelivery());
                days.add(LocalDate.now(ZoneId.systemDefault()));

                assertThat(sent.proven()).isTrue();
                assertThat(sent.landed()).isEqualTo(Landed.NOT_ASKED);
                assertThat(sent.sentBy()).isEqualTo("tester");
                assertThat(engine.snapshot().deliveryTest()).isEqualTo(sent);
                assertThatThrownBy(() -> engine.submit(new AnswerDeliveryTest("2.25.1", true)))
                        .isInstanceOf(CommandFailedException.class);
                assertThat(engine.submit(new AnswerDeliveryTest(sent.studyInstanceUid(), false)).landed())
                        .isEqualTo(Landed.NO);
            }
            assertArrived(pacs, sent, days);
            try (LocalEngine again = engine(pacs.dicomPort())) {
                assertThat(again.submit(new ReadDeliveredUids(sent.studyInstanceUid(), null))).singleElement()
                        .satisfies(instance -> {
                            assertThat(pacs.sopInstanceUids()).containsExactly(instance.instance().sopInstanceUid());
                            assertThat(instance.isTest()).isTrue();
                        });
            }
            try (LocalEngine again = engine(pacs.dicomPort())) {
                DeliveryTest kept = again.snapshot().deliveryTest();
                assertThat(kept).isNotNull();
                assertThat(kept.landed()).isEqualTo(Landed.NO);
                assertThat(kept.answeredBy()).isEqualTo("tester");
            }
            try (var store = DatabaseStore.open(folder.resolve("home"), Instant::now)) {
                List<LedgerEntry> ledger = store.ledger().between(Instant.EPOCH, Instant.now().plusSeconds(60));
                assertThat(ledger).singleElement().satisfies(entry -> {
                    assertThat(entry.studyInstanceUid()).isEqualTo(sent.studyInstanceUid());
                    assertThat(entry.patientId()).isEqualTo("PRIORFETCH-TEST");
                    assertThat(entry.changedAttributes()).containsExactly("StudyDescription", "StudyStatusID");
                });
            }
        }
    }

    private void assertArrived(OrthancServer pacs, DeliveryTest sent, List<LocalDate> days) {
        assertThat(pacs.sopInstanceUids()).hasSize(1);
        Path copy = pacs.download(pacs.sopInstanceUids().iterator().next(), folder.resolve("copy.dcm"));
        assertThat(Dump.of(copy)).anyMatch(line -> line.contains("[" + sent.studyInstanceUid()))
                .anyMatch(line -> line.startsWith("(0008,1030) LO [EXT PriorFetch delivery test]"))
                .anyMatch(line -> line.startsWith("(0032,000a) CS [READ]"))
                .anyMatch(line -> days.stream()
                        .map(day -> day.minusMonths(1).format(DateTimeFormatter.BASIC_ISO_DATE))
                        .anyMatch(date -> line.startsWith("(0008,0020) DA [" + date)));
        assertThat(Conformity.errorsOf(copy)).isEmpty();
    }

    @Test
    void isRefusedInWordsWhereThePacsIsNotThere() throws Exception {
        try (LocalEngine engine = engine(FreePort.pick())) {
            assertThatThrownBy(() -> engine.submit(new TestDelivery())).isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining("nobody listens");
            assertThat(engine.snapshot().deliveryTest()).isNull();
        }
    }
}
