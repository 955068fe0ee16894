package org.priorfetch.engine.model;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A marked study that was sent into the PACS to see whether it takes a prior for new work.
 *
 * @param proven whether the PACS listed it when it was asked shortly after
 * @param landed what a person saw
 * @param answeredBy who said so; null while nobody has
 * @param answeredAt null while nobody has
 */
public record DeliveryTest(String studyInstanceUid, Instant sentAt, String sentBy, boolean proven, Landed landed,
        @Nullable String answeredBy, @Nullable Instant answeredAt) {

    /** Whether it landed in the list of what is still to be read. */
    public enum Landed {
        NOT_ASKED, YES, NO
    }

    public static DeliveryTest sent(String studyInstanceUid, Instant at, String by, boolean proven) {
        return new DeliveryTest(studyInstanceUid, at, by, proven, Landed.NOT_ASKED, null, null);
    }

    public DeliveryTest answered(boolean inTheUnreadList, String by, Instant at) {
        return new DeliveryTest(studyInstanceUid, sentAt, sentBy, proven, inTheUnreadList ? Landed.YES : Landed.NO, by,
                at);
    }
}
