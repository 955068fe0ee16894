package org.priorfetch.engine.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * An answer that has not begun yet, and is waited for only as long as somebody wants it.
 *
 * @param answer has an end of its own, at which it fails
 */
record Awaited(CompletableFuture<HttpResponse<InputStream>> answer) {

    /**
     * Waits for it to begin.
     *
     * @throws ArrivingBody.CancelledException when it is not wanted any more
     * @throws IOException when there is none
     */
    HttpResponse<InputStream> unless(BooleanSupplier cancelled) throws IOException, InterruptedException {
        try {
            while (true) {
                HttpResponse<InputStream> begun = look();
                if (begun != null) {
                    return begun;
                }
                if (cancelled.getAsBoolean()) {
                    giveUp();
                    throw new ArrivingBody.CancelledException();
                }
            }
        } catch (InterruptedException interrupted) {
            giveUp();
            throw interrupted;
        } catch (ExecutionException failure) {
            throw ioException(failure);
        }
    }

    /** What went wrong, as the line reports it. */
    static IOException ioException(ExecutionException failure) {
        return failure.getCause() instanceof IOException cause ? cause : new IOException(failure.getCause());
    }

    private @Nullable HttpResponse<InputStream> look() throws InterruptedException, ExecutionException {
        try {
            return answer.get(ArrivingBody.LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException notYet) {
            return null;
        }
    }

    /** What begins in this very moment must not keep its connection. */
    private void giveUp() throws IOException {
        if (!answer.cancel(true) && !answer.isCompletedExceptionally()) {
            answer.join().body().close();
        }
    }
}
