package org.priorfetch.engine.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.Arrival;
import org.priorfetch.engine.port.Bandwidth;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.SpentTime;

/** Sends bodies while they are written, each with an end to every wait. */
final class BodySender implements AutoCloseable {

    /** Writes the body of a request while it is sent. */
    interface Writing {
        void to(OutputStream body) throws IOException;
    }

    private final HttpClient http;
    private final Bandwidth bandwidth;
    private final WebWaits waits;
    private final ScheduledExecutorService watch;
    private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();

    BodySender(HttpClient http, Bandwidth bandwidth, WebWaits waits, ScheduledExecutorService watch) {
        this.http = http;
        this.bandwidth = bandwidth;
        this.waits = waits;
        this.watch = watch;
    }

    /** Where the writing fails, the request is broken off before its body ends. */
    <T> T send(HttpRequest.Builder request, SpentTime spent, Writing writing, WebServer.Work<T> work)
            throws IOException, PeerException {
        SentBody body = new SentBody(sending, spent, bandwidth, waits.stall());
        try {
            CompletableFuture<HttpResponse<InputStream>> answer = http.sendAsync(request.POST(body).build(),
                    BodyHandlers.ofInputStream());
            var _ = answer.whenComplete((_, _) -> body.end());
            write(writing, body, answer);
            HttpResponse<InputStream> head = received(answer, spent);
            try (ArrivingBody answered = new ArrivingBody(head.body(), Arrival.fromPacs(spent), bandwidth,
                    waits.stall(), waits.stall(), watch, () -> false)) {
                return work.on(new Answer(head.statusCode(), WebServer.version(head), head.headers(), answered));
            }
        } finally {
            body.breakOff(new IOException("nobody waits for it any more"));
        }
    }

    /** Where the server needs no more of it, its answer tells why. */
    private static void write(Writing writing, SentBody body, CompletableFuture<?> answer) throws IOException {
        try {
            writing.to(body);
            body.complete();
        } catch (SentBody.NotWantedException notWanted) {
            if (!answer.isDone()) {
                body.breakOff(notWanted);
                answer.cancel(true);
                throw notWanted;
            }
        } catch (IOException | RuntimeException failure) {
            body.breakOff(failure);
            answer.cancel(true);
            throw failure;
        }
    }

    private HttpResponse<InputStream> received(CompletableFuture<HttpResponse<InputStream>> answer, SpentTime spent)
            throws IOException {
        try (SpentTime.Wait _ = spent.waiting(TimePart.PACS)) {
            return answer.get(waits.answer().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            answer.cancel(true);
            throw new HttpTimeoutException("no answer to what was sent");
        } catch (ExecutionException failure) {
            throw Awaited.ioException(failure);
        } catch (InterruptedException _) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("stopped while the answer was waited for");
        }
    }

    @Override
    public void close() {
        sending.shutdownNow();
    }
}
