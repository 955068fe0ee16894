package org.priorfetch.engine.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.Arrival;
import org.priorfetch.engine.port.Bandwidth;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RequestSlots;
import org.priorfetch.engine.port.RoundTrip;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.TurnWait;
import org.priorfetch.engine.tls.TlsCredentials;
import org.priorfetch.engine.web.TimeLeft;
import org.priorfetch.engine.web.WebClients;
import org.priorfetch.engine.web.WebLogin;

/**
 * A server that is asked by HTTP, HTTP/2 where it offers that: never more requests at a time than its budget allows, each
 * with an end to every wait.
 */
public final class WebServer implements AutoCloseable {

    private static final int UNAUTHORIZED = 401;
    private static final int HTTP = 80;
    private static final int HTTPS = 443;

    private final String name;
    private final URI base;
    private final WebLogin login;
    private final Bandwidth bandwidth;
    private final WebWaits waits;
    private final HttpClient http;
    private final RequestSlots slots;
    private final RoundTrip roundTrip = new RoundTrip();
    private final BodySender bodies;
    private final ScheduledExecutorService watch = Executors
            .newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("dicomweb-watch").factory());

    /**
     * @param name in {@code site.yaml}
     * @param base without a slash at its end, as in {@code https://pacs.example/dicom-web}
     * @param tls null to trust whom the computer trusts
     * @param atATime requests
     */
    public WebServer(String name, URI base, @Nullable TlsCredentials tls, WebLogin login, int atATime,
            Bandwidth bandwidth, WebWaits waits) {
        this.name = name;
        this.base = base;
        this.login = login;
        this.bandwidth = bandwidth;
        this.waits = waits;
        this.slots = new RequestSlots(atATime);
        this.http = WebClients.builder(tls, waits.connect()).build();
        this.bodies = new BodySender(http, bandwidth, waits, watch);
    }

    /** From now on so many requests may be under way at a time; what is too much ends with its work. */
    public void change(int requestsAtATime) {
        slots.change(requestsAtATime);
    }

    public String name() {
        return name;
    }

    URI base() {
        return base;
    }

    int port() {
        int preset = "https".equals(base.getScheme()) ? HTTPS : HTTP;
        return base.getPort() < 0 ? preset : base.getPort();
    }

    WebWaits waits() {
        return waits;
    }

    /** What is done with an answer while it is still arriving. */
    interface Work<T> {
        T on(Answer answer) throws IOException, PeerException;
    }

    /** From now on this is called, by a thread of its own, where a search waits for images to end. */
    public void whenCrowded(Runnable listener) {
        slots.whenCrowded(listener);
    }

    /**
     * Asks a question, and works on the answer, whatever its status.
     *
     * @param path below the base, with its query, beginning with a slash
     * @param accept media types
     * @throws PeerException when there is no answer, it breaks off, or we are not let in
     */
    <T> T ask(RequestSlots.Request question, String path, String accept, Work<T> work) throws PeerException {
        return get(question, path, accept, waits.answer(), new SpentTime(), () -> false, work);
    }

    /**
     * The same for images.
     *
     * @param answer until the answer begins
     * @param spent what is waited for is added to it
     */
    <T> T get(String path, String accept, Duration answer, SpentTime spent, BooleanSupplier cancelled, Work<T> work)
            throws PeerException {
        return get(RequestSlots.Request.IMAGES, path, accept, answer, spent, cancelled, work);
    }

    private <T> T get(RequestSlots.Request what, String path, String accept, Duration answer, SpentTime spent,
            BooleanSupplier cancelled, Work<T> work) throws PeerException {
        try (SpentTime.Wait _ = spent.waiting(TimePart.SLOT)) {
            takeSlot(what, cancelled);
        }
        try {
            HttpResponse<InputStream> response = send(path, accept, answer, spent, cancelled);
            if (response.statusCode() == UNAUTHORIZED && login.refused()) {
                response.body().close();
                response = send(path, accept, answer, spent, cancelled);
            }
            try (ArrivingBody body = new ArrivingBody(response.body(), Arrival.fromSource(spent), bandwidth,
                    waits.stall(), answer, watch, cancelled)) {
                return work.on(new Answer(response.statusCode(), version(response), response.headers(), body));
            }
        } catch (ArrivingBody.CancelledException _) {
            throw WebFailures.cancelled(name);
        } catch (IOException failure) {
            throw WebFailures.of(name, base, failure);
        } finally {
            slots.release();
        }
    }

    /**
     * Sends what is written, and works on the answer, whatever its status. Where the writing fails, the request is broken off
     * before its body ends. Whatever it takes is the PACS's time, but for what our limit keeps back.
     *
     * @throws BrokenInstanceException as the writing does
     */
    <T> T post(String path, String contentType, SpentTime spent, BodySender.Writing writing, Work<T> work)
            throws PeerException, BrokenInstanceException {
        try (TurnWait _ = TurnWait.begin(spent, TimePart.PACS, bandwidth)) {
            takeSlot(RequestSlots.Request.IMAGES, () -> false);
        }
        try {
            return bodies.send(authorized(path, "application/dicom+json").header("Content-Type", contentType)
                    .version(ofBodies()), spent, writing, answer -> {
                        boolean _ = answer.status() == UNAUTHORIZED && login.refused(); // for the next instance
                        return work.on(answer);
                    });
        } catch (BrokenInstanceException broken) {
            throw broken;
        } catch (InterruptedIOException _) {
            throw WebFailures.cancelled(name);
        } catch (IOException failure) {
            throw WebFailures.of(name, base, failure);
        } finally {
            slots.release();
        }
    }

    /** Without TLS a server would have to take the whole body before it can change the protocol. */
    private HttpClient.Version ofBodies() {
        return "https".equals(base.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
    }

    static String version(HttpResponse<?> answer) {
        return switch (answer.version()) {
            case HTTP_1_1 -> "HTTP/1.1";
            case HTTP_2 -> "HTTP/2";
            default -> answer.version().toString();
        };
    }

    private void takeSlot(RequestSlots.Request what, BooleanSupplier cancelled) throws PeerException {
        try {
            if (!slots.take(what, cancelled, waits.slot())) {
                throw cancelled.getAsBoolean() ? WebFailures.cancelled(name) : WebFailures.busy(name);
            }
        } catch (InterruptedException interrupted) {
            throw WebFailures.interrupted(name, interrupted);
        }
    }

    private HttpResponse<InputStream> send(String path, String accept, Duration within, SpentTime spent,
            BooleanSupplier cancelled) throws PeerException, IOException {
        HttpRequest.Builder request = authorized(path, accept).timeout(within);
        if (accept.contains("json")) {
            request.header("Accept-Encoding", "gzip"); // images are compressed already, or hardly shrink
        }
        if (bandwidth.isLimited()) {
            request.version(HttpClient.Version.HTTP_1_1); // HTTP/2 would take much in before we read it
        }
        spent.add(TimePart.LIMIT, bandwidth.spend(HttpHead.bytes(request.build())));
        HttpResponse<InputStream> answer;
        try (SpentTime.Wait waiting = spent.waiting(TimePart.SOURCE)) {
            answer = new Awaited(http.sendAsync(request.GET().build(), BodyHandlers.ofInputStream()))
                    .unless(cancelled);
            waiting.answered(roundTrip);
        } catch (InterruptedException interrupted) {
            throw WebFailures.interrupted(name, interrupted);
        }
        spent.add(TimePart.LIMIT, bandwidth.spend(HttpHead.bytes(answer)));
        return answer;
    }

    private HttpRequest.Builder authorized(String path, String accept) throws PeerException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path)).header("Accept", accept);
        login.header(TimeLeft.of(waits.answer())).ifPresent(header -> request.header("Authorization", header));
        return request;
    }

    @Override
    public void close() {
        bodies.close();
        http.shutdownNow();
        watch.shutdownNow();
    }
}
