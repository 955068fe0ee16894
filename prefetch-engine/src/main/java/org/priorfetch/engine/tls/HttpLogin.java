package org.priorfetch.engine.tls;

import java.net.URI;

/** How we say who we are to a server that is asked by HTTP. What is secret shows in no text. */
public sealed interface HttpLogin {

    HttpLogin NONE = new Nobody();

    /** Not at all. */
    record Nobody() implements HttpLogin {}

    /** With a name and a password (RFC 7617). */
    record Basic(String user, String password) implements HttpLogin {

        @Override
        public String toString() {
            return "Basic";
        }
    }

    /** With a token that does not change (RFC 6750). */
    record Bearer(String token) implements HttpLogin {

        @Override
        public String toString() {
            return "Bearer";
        }
    }

    /**
     * With tokens that a login service gives out for our name and password (RFC 6749 4.4).
     *
     * @param service where they are given out
     * @param scope what we want to do; empty where the service knows
     */
    record ClientCredentials(URI service, String user, String password, String scope) implements HttpLogin {

        @Override
        public String toString() {
            return "ClientCredentials";
        }
    }
}
