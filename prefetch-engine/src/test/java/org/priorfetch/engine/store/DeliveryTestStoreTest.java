package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.port.Repositories;

class DeliveryTestStoreTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    @TempDir
    Path home;

    private Repositories open() {
        return DatabaseStore.open(home, InstantSource.fixed(NOON));
    }

    @Test
    void theLastOneAndWhatWasSeenOfItSurvivesTheEndOfTheProgram() {
        DeliveryTest first = DeliveryTest.sent("2.25.1", NOON, "mk", true);
        DeliveryTest second = DeliveryTest.sent("2.25.2", NOON.plusSeconds(60), "mk", false);
        try (Repositories store = open()) {
            assertThat(store.deliveryTests().latest()).isEmpty();
            store.deliveryTests().save(second);
            store.deliveryTests().save(first);
            assertThat(store.deliveryTests().latest()).contains(second);
        }
        DeliveryTest answered = second.answered(true, "bs", NOON.plusSeconds(90));
        try (Repositories store = open()) {
            store.deliveryTests().save(answered);
        }
        try (Repositories store = open()) {
            assertThat(store.deliveryTests().latest()).contains(answered);
        }
    }
}
