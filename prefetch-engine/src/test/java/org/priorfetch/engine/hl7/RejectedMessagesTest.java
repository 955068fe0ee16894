package org.priorfetch.engine.hl7;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.model.Message;

class RejectedMessagesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T11:00:00Z");

    @TempDir
    private Path folder;

    private RejectedMessages messages() {
        return new RejectedMessages(folder.resolve("rejected"), Messages.ZONE);
    }

    private void keep(String feed, Instant at) {
        messages().keep(feed, "MSH".getBytes(StandardCharsets.UTF_8), MessageProblem.rejected(
                MessageProblem.Condition.SEGMENT_SEQUENCE, Place.segment("MSH"), Message.of("hl7.malformed")), at);
    }

    @Test
    void thoseOfAFeedAreCountedFromATimeOn() {
        keep("orders", NOON.minusSeconds(10));
        keep("orders", NOON.plusSeconds(10));
        keep("orders", NOON.plusSeconds(20));
        keep("orders_2", NOON.plusSeconds(20));
        keep("front desk", NOON.plusSeconds(20));

        assertThat(messages().since("orders", NOON)).isEqualTo(2);
        assertThat(messages().since("orders_2", NOON)).isEqualTo(1);
        assertThat(messages().since("front desk", NOON)).isEqualTo(1);
        assertThat(messages().since("bookings", NOON)).isZero();
    }

    @Test
    void whatTheAdminRemovedIsNotCounted() throws IOException {
        assertThat(messages().since("orders", NOON)).as("nothing was ever kept").isZero();
        keep("orders", NOON.plusSeconds(10));
        try (Stream<Path> files = Files.list(folder.resolve("rejected"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        assertThat(messages().since("orders", NOON)).isZero();
    }
}
