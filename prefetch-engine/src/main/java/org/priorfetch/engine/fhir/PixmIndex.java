package org.priorfetch.engine.fhir;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
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
import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.PatientIndex;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.tls.TlsCredentials;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A cross-reference manager that is asked by FHIR (IHE PIXm, ITI-83). */
public final class PixmIndex implements PatientIndex {

    private static final Logger LOG = LoggerFactory.getLogger(PixmIndex.class);
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};
    private static final long LARGEST = 1024L * 1024;

    private final String source;
    private final URI base;
    private final String local;
    private final String target;
    private final PixmWaits waits;
    private final HttpClient http;

    /**
     * @param source whose patient IDs it knows
     * @param tls null to trust whom the computer trusts
     * @param local identifier system of the PACS's patient IDs
     * @param target identifier system of the source's
     */
    public PixmIndex(String source, URI base, @Nullable TlsCredentials tls, String local, String target,
            PixmWaits waits) {
        this.source = source;
        this.base = base;
        this.local = local;
        this.target = target;
        this.waits = waits;
        this.http = client(tls, waits);
    }

    /** Whom it is sent elsewhere to is not whom the admin trusts. */
    private static HttpClient client(@Nullable TlsCredentials tls, PixmWaits waits) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .connectTimeout(waits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .sslParameters(new SSLParameters(null, PROTOCOLS));
        return (tls == null ? builder : builder.sslContext(tls.context())).build();
    }

    @Override
    public CrossReference find(String patientId) throws PeerException {
        HttpResponse<String> response = ask(HttpRequest.newBuilder(question(patientId))
                .header("Accept", "application/fhir+json")
                .timeout(waits.whole())
                .GET()
                .build());
        return new PixmAnswer(source, target, response.statusCode(), response.body()).read();
    }

    private URI question(String patientId) {
        return URI.create(base + "/Patient/$ihe-pix?sourceIdentifier=" + encoded(local + "|" + patientId)
                + "&targetSystem=" + encoded(target));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpResponse<String> ask(HttpRequest request) throws PeerException {
        CompletableFuture<HttpResponse<String>> answer = http.sendAsync(request,
                BodyHandlers.limiting(BodyHandlers.ofString(StandardCharsets.UTF_8), LARGEST));
        try {
            return answer.get(waits.whole().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            throw silent();
        } catch (ExecutionException failure) {
            throw failure(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw problem(Kind.CANCELLED, "hl7.pix.broken", "");
        } finally {
            answer.cancel(true);
        }
    }

    /** What the cause says may quote the question, and with it the patient. */
    private PeerException failure(@Nullable Throwable cause) {
        LOG.debug("The patient index of {} was not to be had: {}", source,
                cause == null ? "" : cause.getClass().getSimpleName());
        return switch (cause) {
            case ConnectException _,HttpConnectTimeoutException _,SSLException _ ->
                problem(Kind.UNREACHABLE, "hl7.pix.unreachable", base.getAuthority());
            case HttpTimeoutException _ -> silent();
            case IOException _ -> problem(Kind.BROKEN, "hl7.pix.broken", "");
            case null, default -> problem(Kind.FAILED, "hl7.pix.broken", "");
        };
    }

    private PeerException silent() {
        return problem(Kind.SILENT, "hl7.pix.silent", waits.whole().toSeconds());
    }

    private PeerException problem(Kind kind, String key, Object detail) {
        return new PeerException(source, kind, Message.of(key, source, detail));
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
