package org.priorfetch.engine.web;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.tls.HandshakeFailure;
import org.priorfetch.engine.tls.TlsCredentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends questions by HTTP, each with an end to its time and to the size of its answer, and says in words what went wrong. */
public final class HttpExchanges implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpExchanges.class);
    private static final long LARGEST = 1024L * 1024;

    private final String source;
    private final HttpWaits waits;
    private final String words;
    private final HttpClient http;

    /**
     * @param source for which the server is asked
     * @param tls null to trust whom the computer trusts
     * @param words first parts of the keys of what is said when it goes wrong
     */
    public HttpExchanges(String source, @Nullable TlsCredentials tls, HttpWaits waits, String words) {
        this.source = source;
        this.words = words;
        this.waits = waits;
        this.http = WebClients.builder(tls, waits.connect()).version(HttpClient.Version.HTTP_1_1).build();
    }

    /**
     * The answer, whatever its status.
     *
     * @throws PeerException when there is none in time
     */
    public HttpResponse<String> send(HttpRequest request, TimeLeft left) throws PeerException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request,
                BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
        try {
            return answer.get(left.now().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw silent();
        } catch (ExecutionException failure) {
            throw failure(request, failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw problem(Kind.CANCELLED, "broken", "");
        } finally {
            answer.cancel(true);
        }
    }

    /** What the cause says may quote the question, and with it the patient. */
    private PeerException failure(HttpRequest request, @Nullable Throwable cause) {
        LOG.debug("A server for {} was not to be had: {}", source,
                cause == null ? "" : cause.getClass().getSimpleName());
        String where = request.uri().getAuthority();
        return switch (cause) {
            case SSLException untrusted -> new PeerException(source, Kind.UNREACHABLE,
                    Message.of(words + ".untrusted", source, where, HandshakeFailure.of(untrusted).sentence()),
                    untrusted);
            case ConnectException _,HttpConnectTimeoutException _ ->
                problem(Kind.UNREACHABLE, "unreachable", where);
            case HttpTimeoutException _ -> silent();
            case IOException _ -> problem(Kind.BROKEN, "broken", "");
            case null, default -> problem(Kind.FAILED, "broken", "");
        };
    }

    private PeerException silent() {
        return problem(Kind.SILENT, "silent", waits.whole().toSeconds());
    }

    /**
     * What went wrong, in the words for this kind of server.
     *
     * @param word the last part of the message's key
     */
    public PeerException problem(Kind kind, String word, Object detail) {
        return new PeerException(source, kind, Message.of(words + "." + word, source, detail));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
