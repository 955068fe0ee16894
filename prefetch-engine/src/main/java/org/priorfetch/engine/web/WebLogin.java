package org.priorfetch.engine.web;

import java.util.Optional;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.tls.HttpLogin;

/** What is put into the Authorization header of a request (RFC 9110 11.6.2). */
public final class WebLogin {

    private final HttpLogin login;
    private final @Nullable AccessTokens tokens;

    /**
     * How we say who we are.
     *
     * @param http by which a login service is asked for tokens; not called for where there is none
     */
    public WebLogin(HttpLogin login, Supplier<HttpExchanges> http, Clock clock) {
        this.login = login;
        this.tokens = login instanceof HttpLogin.ClientCredentials client
                ? new AccessTokens(client, http.get(), clock)
                : null;
    }

    /**
     * The header for the next request; empty for none.
     *
     * @throws PeerException when the login service gives us no token
     */
    public Optional<String> header(TimeLeft left) throws PeerException {
        return switch (login) {
            case HttpLogin.Nobody _ -> Optional.empty();
            case HttpLogin.Basic(String user, String password) -> Optional.of(BasicHeader.of(user, password));
            case HttpLogin.Bearer(String token) -> Optional.of("Bearer " + token);
            case HttpLogin.ClientCredentials _ -> Optional.of("Bearer " + (tokens == null ? "" : tokens.token(left)));
        };
    }

    /** The server did not take it; answers whether another try makes sense. */
    public boolean refused() {
        if (tokens != null) {
            tokens.forget();
        }
        return tokens != null;
    }
}
