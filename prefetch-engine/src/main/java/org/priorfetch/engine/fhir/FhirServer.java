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
import org.priorfetch.engine.web.HttpExchanges;
import org.priorfetch.engine.web.HttpWaits;
import org.priorfetch.engine.web.TimeLeft;
import org.priorfetch.engine.web.WebLogin;

/** A FHIR server that is asked, and told who asks. */
public final class FhirServer implements AutoCloseable {

    private static final int UNAUTHORIZED = 401;

    private final String source;
    private final URI base;
    private final HttpExchanges http;
    private final WebLogin login;
    private final HttpWaits waits;

    /**
     * @param source whose patients it knows
     * @param base without a slash at its end
     * @param tls null to trust whom the computer trusts
     */
    public FhirServer(String source, URI base, @Nullable TlsCredentials tls, HttpLogin login, Clock clock,
            HttpWaits waits) {
        this.source = source;
        this.base = base;
        this.waits = waits;
        this.http = new HttpExchanges(source, tls, waits, "hl7.pix");
        this.login = new WebLogin(login, () -> http, clock);
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
        if (answer.statusCode() == UNAUTHORIZED && login.refused()) {
            answer = http.send(request(question, left), left);
        }
        if (answer.statusCode() == UNAUTHORIZED) {
            throw http.problem(Kind.FAILED, "login", "HTTP " + UNAUTHORIZED);
        }
        return answer;
    }

    private HttpRequest request(URI question, TimeLeft left) throws PeerException {
        HttpRequest.Builder request = HttpRequest.newBuilder(question)
                .header("Accept", "application/fhir+json")
                .timeout(left.forRequest());
        login.header(left).ifPresent(who -> request.header("Authorization", who));
        return request.GET().build();
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    PeerException problem(Kind kind, String word, Object detail) {
        return http.problem(kind, word, detail);
    }

    @Override
    public void close() {
        http.close();
    }
}
