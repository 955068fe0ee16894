package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.store.Samples.NOON;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.Delivered;
import org.priorfetch.engine.model.DeliveredInstance;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.DeliverySearch;
import org.priorfetch.engine.port.Repositories;

/** Everything that was put into the PACS can be listed, with what was changed in it and all its instances. */
class DeliveriesTest {

    @TempDir
    Path home;

    private Repositories store;

    @BeforeEach
    void open() {
        store = DatabaseStore.open(home, InstantSource.fixed(NOON));
        store.ledger().append(entry("1.2.1", "regional", "A1", "P1", 30));
        store.ledger().append(entry("1.2.2", "university", null, "P2", 20));
        store.ledger().append(entry("1.2.3", "regional", "A3", "P1", 10));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static LedgerEntry entry(String study, String source, @Nullable String appointment, String patient,
            int secondsAgo) {
        return new LedgerEntry(NOON.minusSeconds(secondsAgo), study, source, appointment, patient, 5, 99,
                TransferState.COMPLETE, List.of(), Duration.ofSeconds(1));
    }

    private List<String> found(DeliverySearch search) {
        List<Delivered> found = store.ledger().find(search, 0, 10);
        assertThat(store.ledger().count(search)).isEqualTo(found.size());
        return found.stream().map(delivered -> delivered.entry().studyInstanceUid()).toList();
    }

    private static DeliverySearch search(@Nullable String source, @Nullable String patientId, String text) {
        return new DeliverySearch(null, null, source, patientId, text);
    }

    @Test
    void newestFirstByPage() {
        DeliverySearch all = search(null, null, "");

        assertThat(found(all)).containsExactly("1.2.3", "1.2.2", "1.2.1");
        assertThat(store.ledger().find(all, 1, 1)).singleElement()
                .satisfies(delivered -> assertThat(delivered.entry().studyInstanceUid()).isEqualTo("1.2.2"));
        assertThat(store.ledger().find(all, 0, 10)).extracting(Delivered::id).doesNotHaveDuplicates();
    }

    @Test
    void bySourcePatientTextAndTime() {
        assertThat(found(search("regional", null, ""))).containsExactly("1.2.3", "1.2.1");
        assertThat(found(search(null, "P2", ""))).containsExactly("1.2.2");
        assertThat(found(search(null, "P", ""))).isEmpty();
        assertThat(found(search(null, null, "a3 p1"))).containsExactly("1.2.3");
        assertThat(found(new DeliverySearch(NOON.minusSeconds(20), NOON.minusSeconds(10), null, null, "")))
                .containsExactly("1.2.2");
    }

    @Test
    void keepsOldAndNewValues() {
        LedgerEntry full = Samples.ledgerEntry(NOON);
        store.ledger().append(full);

        Delivered found = store.ledger().find(search(null, null, ""), 0, 1).getFirst();

        assertThat(found.entry()).isEqualTo(full);
    }

    @Test
    void entriesOfEarlierVersionsNameTheAttributesAlone() {
        Database database = ((SqlLedger) store.ledger()).database();
        database.write((Handle handle) -> handle.execute("""
                UPDATE ledger_entry SET changes = '[]', changed_attributes = '["PatientID"]'"""));

        assertThat(store.ledger().find(search(null, null, ""), 0, 1).getFirst().entry().changes())
                .containsExactly(AttributeChange.of("PatientID"));
    }

    @Test
    void theInstancesOfAStudyFromAllItsTransfers() {
        long regional = store.jobs().add(Samples.fullJob()).id();
        long again = store.jobs().add(Samples.fullJob()).id();
        long other = store.jobs().add(Samples.bareJob()).id();
        store.jobs().markDelivered(regional, Samples.instance("1.1"), 512);
        store.jobs().markDelivered(again, Samples.instance("1.2"), 600);
        store.jobs().markDelivered(other, Samples.instance("1.3"), 700);

        assertThat(store.jobs().deliveredOf("1.2.840.1")).containsExactly(
                new DeliveredInstance("regional", Samples.instance("1.1"), 512),
                new DeliveredInstance("regional", Samples.instance("1.2"), 600));
        assertThat(store.jobs().deliveredOf("1.2.840")).isEmpty();
        assertThat(store.jobs().deliveredBytes(regional)).isEqualTo(512);
    }
}
