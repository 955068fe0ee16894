package org.priorfetch.engine.fhir;

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
import javax.net.ssl.SSLParameters;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.tls.TlsCredentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends questions by HTTP, each with an end to its time and to the size of its answer, and says in words what went wrong. */
final class HttpExchanges implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpExchanges.class);
    private static final long LARGEST = 1024L * 1024;

    private final String source;
    private final FhirWaits waits;
    private final HttpClient http;

    /**
     * @param source whose patients the server knows
     * @param tls null to trust whom the computer trusts
     */
    HttpExchanges(String source, @Nullable TlsCredentials tls, FhirWaits waits) {
        this.source = source;
        this.waits = waits;
        this.http = client(tls, waits);
    }

    /** Whom it is sent elsewhere to is not whom the admin trusts. */
    private static HttpClient client(@Nullable TlsCredentials tls, FhirWaits waits) {
        SSLParameters parameters = new SSLParameters();
        TlsCredentials.leaveSafeVersions(parameters);
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(waits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .sslParameters(parameters);
        return (tls == null ? builder : builder.sslContext(tls.context())).build();
    }

    HttpResponse<String> send(HttpRequest request, TimeLeft left) throws PeerException {
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
            throw problem(Kind.CANCELLED, "hl7.pix.broken", "");
        } finally {
            answer.cancel(true);
        }
    }

    /** What the cause says may quote the question, and with it the patient. */
    private PeerException failure(HttpRequest request, @Nullable Throwable cause) {
        LOG.debug("The patient index of {} was not to be had: {}", source,
                cause == null ? "" : cause.getClass().getSimpleName());
        String where = request.uri().getAuthority();
        return switch (cause) {
            case SSLException _ -> problem(Kind.UNREACHABLE, "hl7.pix.untrusted", where);
            case ConnectException _,HttpConnectTimeoutException _ ->
                problem(Kind.UNREACHABLE, "hl7.pix.unreachable", where);
            case HttpTimeoutException _ -> silent();
            case IOException _ -> problem(Kind.BROKEN, "hl7.pix.broken", "");
            case null, default -> problem(Kind.FAILED, "hl7.pix.broken", "");
        };
    }

    private PeerException silent() {
        return problem(Kind.SILENT, "hl7.pix.silent", waits.whole().toSeconds());
    }

    PeerException problem(Kind kind, String key, Object detail) {
        return new PeerException(source, kind, Message.of(key, source, detail));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
