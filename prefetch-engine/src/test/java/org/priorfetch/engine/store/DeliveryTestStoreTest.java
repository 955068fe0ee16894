package org.priorfetch.engine.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.DeliveredInstance;
import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.Repositories;

class DeliveryTestStoreTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final DeliveredInstance INSTANCE = new DeliveredInstance(StudyRef.PACS,
            new InstanceRef("2.25.2.1.1", "1.2.840.10008.5.1.4.1.1.7", "2.25.2.1"), 5000);
    private static final DeliveredInstance OTHER = new DeliveredInstance(StudyRef.PACS,
            new InstanceRef("2.25.1.1.1", "1.2.840.10008.5.1.4.1.1.7", "2.25.1.1"), 4999);

    @TempDir
    Path home;

    private Repositories open() {
        return DatabaseStore.open(home, InstantSource.fixed(NOON));
    }

    @Test
    void whatWasSentOnlyToMeasureIsListedButNotTheLastOne() {
        DeliveryTest test = DeliveryTest.sent("2.25.1", NOON, "mk", true);
        DeliveryTest measuring = DeliveryTest.sent("2.25.2", NOON.plusSeconds(60), "mk", false);
        try (Repositories store = open()) {
            store.deliveryTests().addMeasuring(measuring, INSTANCE);
            assertThat(store.deliveryTests().latest()).isEmpty();
            store.deliveryTests().add(test, OTHER);
            store.deliveryTests().addMeasuring(measuring, INSTANCE);
        }
        try (Repositories store = open()) {
            assertThat(store.deliveryTests().latest()).contains(test);
            assertThat(store.deliveryTests().instancesOf("2.25.2")).containsExactly(INSTANCE);
        }
    }

    @Test
    void theLastOneAndWhatWasSeenOfItSurvivesTheEndOfTheProgram() {
        DeliveryTest first = DeliveryTest.sent("2.25.1", NOON, "mk", true);
        DeliveryTest second = DeliveryTest.sent("2.25.2", NOON.plusSeconds(60), "mk", false);
        try (Repositories store = open()) {
            assertThat(store.deliveryTests().latest()).isEmpty();
            store.deliveryTests().add(second, INSTANCE);
            store.deliveryTests().add(first, OTHER);
            assertThat(store.deliveryTests().latest()).contains(second);
        }
        DeliveryTest answered = second.answered(true, "bs", NOON.plusSeconds(90));
        try (Repositories store = open()) {
            store.deliveryTests().update(answered);
        }
        try (Repositories store = open()) {
            assertThat(store.deliveryTests().latest()).contains(answered);
            assertThat(store.deliveryTests().instancesOf("2.25.2")).containsExactly(INSTANCE);
            assertThat(store.deliveryTests().instancesOf("2.25.1")).containsExactly(OTHER);
            assertThat(store.deliveryTests().instancesOf("2.25.3")).isEmpty();
        }
    }
}
