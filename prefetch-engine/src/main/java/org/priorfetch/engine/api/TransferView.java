package org.priorfetch.engine.api;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferState;

/**
 * A transfer as screens show it.
 *
 * @param expected instances; negative until known
 * @param bytes data set bytes delivered
 * @param bytesPerSecond over the last seconds; 0 when nothing moves
 * @param etaSeconds null when unknown
 * @param slowBecause what takes the most time; null when nothing is to be said
 * @param reason why it stands as it stands; null while nothing is to be said
 * @param bytesTwice besides them, how many were carried in vain or once more
 * @param way by which way it comes out of its source, and why; null while it does not move, or where nothing is chosen
 */
public record TransferView(long id, String studyUid, String source, @Nullable String appointmentId,
        String studyDescription, TransferState state, int expected, int delivered, long bytes, long bytesPerSecond,
        @Nullable Long etaSeconds, @Nullable Reason slowBecause, @Nullable Reason reason, Instant updated,
        long bytesTwice, @Nullable Reason way) {

    /** One of which nothing was carried twice, and nothing is to be said about the way. */
    public TransferView(long id, String studyUid, String source, @Nullable String appointmentId,
            String studyDescription, TransferState state, int expected, int delivered, long bytes,
            long bytesPerSecond, @Nullable Long etaSeconds, @Nullable Reason slowBecause, @Nullable Reason reason,
            Instant updated) {
        this(id, studyUid, source, appointmentId, studyDescription, state, expected, delivered, bytes, bytesPerSecond,
                etaSeconds, slowBecause, reason, updated, 0, null);
    }

    public TransferView carriedTwice(long newBytesTwice) {
        return new TransferView(id, studyUid, source, appointmentId, studyDescription, state, expected, delivered,
                bytes, bytesPerSecond, etaSeconds, slowBecause, reason, updated, newBytesTwice, way);
    }

    public TransferView by(@Nullable Reason taken) {
        return new TransferView(id, studyUid, source, appointmentId, studyDescription, state, expected, delivered,
                bytes, bytesPerSecond, etaSeconds, slowBecause, reason, updated, bytesTwice, taken);
    }

    /** Between 0 and 1; 0 until the number of instances is known. */
    public double progress() {
        return expected <= 0 ? 0 : Math.min(1.0, (double) delivered / expected);
    }
}
