package org.priorfetch.engine.cli.output;

import java.time.ZoneId;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.DeliveryTest;

/**
 * The last test study that was sent into the PACS.
 *
 * @param landed YES, NO or NOT_ASKED
 */
public record DeliveryTestJson(String studyUid, @Nullable String sentAt, String sentBy, boolean proven, String landed,
        @Nullable String answeredAt, @Nullable String answeredBy) {

    /** Null when there was none. */
    public static @Nullable DeliveryTestJson of(@Nullable DeliveryTest test, ZoneId zone) {
        return test == null ? null
                : new DeliveryTestJson(test.studyInstanceUid(), Json.time(test.sentAt(), zone), test.sentBy(),
                        test.proven(), test.landed().name(), Json.time(test.answeredAt(), zone), test.answeredBy());
    }
}
