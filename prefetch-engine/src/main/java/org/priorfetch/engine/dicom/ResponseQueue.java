package org.priorfetch.engine.dicom;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.aoju.bus.image.metric.Association;
import org.aoju.bus.image.metric.DimseRSPHandler;
import org.jspecify.annotations.Nullable;

/** The responses to one request, to be waited for with a deadline. */
final class ResponseQueue extends DimseRSPHandler {

    /** A response, or the end of the association where {@code command} is null. */
    record Response(@Nullable Attributes command, @Nullable Attributes dataset) {

        private static final int PENDING = 0xFF00;
        private static final int PENDING_WARNING = 0xFF01;

        int status() {
            return command == null ? -1 : command.getInt(Tag.Status, -1);
        }

        /** Sub-operations that the peer says are done; 0 where it says nothing of them. */
        int completed() {
            return command == null ? 0
                    : command.getInt(Tag.NumberOfCompletedSuboperations, 0)
                            + command.getInt(Tag.NumberOfWarningSuboperations, 0);
        }

        boolean isPending() {
            return status() == PENDING || status() == PENDING_WARNING;
        }
    }

    private static final Response CLOSED = new Response(null, null);

    private final BlockingQueue<Response> responses = new LinkedBlockingQueue<>();

    ResponseQueue(int messageId) {
        super(messageId);
    }

    @Override
    public void onDimseRSP(Association association, Attributes command, Attributes dataset) {
        super.onDimseRSP(association, command, dataset);
        responses.add(new Response(command, dataset));
    }

    @Override
    public void onClose(Association association) {
        super.onClose(association);
        responses.add(CLOSED);
    }

    /** The next response; null when none came in time. */
    @Nullable
    Response poll(Duration atMost) throws InterruptedException {
        return responses.poll(atMost.toNanos(), TimeUnit.NANOSECONDS);
    }
}
