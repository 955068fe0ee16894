package org.priorfetch.engine.fhir;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.tls.HttpLogin;
import org.priorfetch.engine.tls.TlsCredentials;

/** A FHIR server that is asked, and told who asks. */
public final class FhirServer implements AutoCloseable {

    private static final int UNAUTHORIZED = 401;

    private final String source;
    private final URI base;
    private final HttpLogin login;
    private final HttpExchanges http;
    private final @Nullable AccessTokens tokens;
    private final FhirWaits waits;

    /**
     * @param source whose patients it knows
     * @param base without a slash at its end
     * @param tls null to trust whom the computer trusts
     */
    public FhirServer(String source, URI base, @Nullable TlsCredentials tls, HttpLogin login, Clock clock,
            FhirWaits waits) {
        this.source = source;
        this.base = base;
        this.login = login;
        this.waits = waits;
        this.http = new HttpExchanges(source, tls, waits);
        this.tokens = login instanceof HttpLogin.ClientCredentials client ? new AccessTokens(client, http, clock)
                : null;
    }

    String source() {
        return source;
    }

    URI base() {
        return base;
    }

    /** The time that one matter has. */
    TimeLeft begin() {
        return TimeLeft.of(waits.whole());
    }

    /** @throws PeerException when there is no answer, or we are not let in */
    HttpResponse<String> get(URI question, TimeLeft left) throws PeerException {
        HttpResponse<String> answer = http.send(request(question, left), left);
        if (answer.statusCode() == UNAUTHORIZED && tokens != null) {
            tokens.forget();
            answer = http.send(request(question, left), left);
        }
        if (answer.statusCode() == UNAUTHORIZED) {
            throw http.problem(Kind.FAILED, "hl7.pix.login", "HTTP " + UNAUTHORIZED);
        }
        return answer;
    }

    private HttpRequest request(URI question, TimeLeft left) throws PeerException {
        HttpRequest.Builder request = HttpRequest.newBuilder(question)
                .header("Accept", "application/fhir+json")
                .timeout(left.forRequest());
        String who = authorization(left);
        return (who == null ? request : request.header("Authorization", who)).GET().build();
    }

    private @Nullable String authorization(TimeLeft left) throws PeerException {
        return switch (login) {
            case HttpLogin.Nobody _ -> null;
            case HttpLogin.Basic(String user, String password) -> BasicHeader.of(user, password);
            case HttpLogin.Bearer(String token) -> "Bearer " + token;
            case HttpLogin.ClientCredentials _ -> "Bearer " + (tokens == null ? "" : tokens.token(left));
        };
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    PeerException problem(Kind kind, String key, Object detail) {
        return http.problem(kind, key, detail);
    }

    @Override
    public void close() {
        http.close();
    }
}
