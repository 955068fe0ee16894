package org.priorfetch.engine.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;
import org.priorfetch.engine.tls.HttpLogin;

/** The tokens of a login service (RFC 6749 4.4), each used until shortly before it expires. */
final class AccessTokens {

    /** As it is sent in a header (RFC 6750 2.1). */
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/-]+=*");
    private static final Duration MARGIN = Duration.ofSeconds(30);
    private static final long PRESET_SECONDS = 60;
    private static final long LONGEST_SECONDS = 3600;
    private static final int OK = 200;

    private record Token(String value, Instant end) {}

    private final HttpLogin.ClientCredentials login;
    private final HttpExchanges http;
    private final Clock clock;
    private final AtomicReference<@Nullable Token> last = new AtomicReference<>();

    AccessTokens(HttpLogin.ClientCredentials login, HttpExchanges http, Clock clock) {
        this.login = login;
        this.http = http;
        this.clock = clock;
    }

    /** Two who ask at the same time may both get one from the service: nobody waits for another one's call. */
    String token(TimeLeft left) throws PeerException {
        Token known = last.get();
        if (known != null && clock.now().isBefore(known.end())) {
            return known.value();
        }
        Token fresh = read(http.send(request(left), left));
        last.set(fresh);
        return fresh.value();
    }

    /** The server does not take it any more. */
    void forget() {
        last.set(null);
    }

    private HttpRequest request(TimeLeft left) {
        String scope = login.scope().isEmpty() ? "" : "&scope=" + encoded(login.scope());
        String who = BasicHeader.of(encoded(login.user()), encoded(login.password())); // RFC 6749 2.3.1
        return HttpRequest.newBuilder(login.service())
                .header("Authorization", who)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(left.forRequest())
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials" + scope))
                .build();
    }

    private Token read(HttpResponse<String> response) throws PeerException {
        if (response.statusCode() != OK) {
            throw http.problem(Kind.FAILED, "noToken", "HTTP " + response.statusCode());
        }
        JsonNode answer = Json.read(response.body())
                .orElseThrow(() -> http.problem(Kind.PROTOCOL, "noToken", "JSON"));
        return Optional.of(answer.path("access_token").asText())
                .filter(token -> TOKEN.matcher(token).matches())
                .filter(_ -> answer.path("token_type").asText().equalsIgnoreCase("Bearer"))
                .map(token -> new Token(token, end(answer)))
                .orElseThrow(() -> http.problem(Kind.PROTOCOL, "noToken", "access_token"));
    }

    private Instant end(JsonNode answer) {
        long seconds = Math.clamp(answer.path("expires_in").asLong(PRESET_SECONDS), 0, LONGEST_SECONDS);
        return clock.now().plusSeconds(seconds).minus(MARGIN);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
