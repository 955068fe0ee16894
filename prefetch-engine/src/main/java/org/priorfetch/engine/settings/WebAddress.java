package org.priorfetch.engine.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

import org.priorfetch.engine.model.Message;

/** Addresses of servers that are asked by HTTP, and names that look like them. */
final class WebAddress {

    static final ValueType<URI> TYPE = new ValueType<>(WebAddress::base,
            (key, shown) -> Message.of("settings.badUrl", key, shown), URI.create("http://localhost"));

    /** How FHIR names a domain of IDs. */
    static final ValueType<String> SYSTEM = new ValueType<>(
            text -> Optional.of(text.strip()).filter(WebAddress::isAbsolute),
            (key, shown) -> Message.of("settings.badSystem", key, shown), "");

    private WebAddress() {}

    /** The address of a server, which must be one for TLS where that is asked for. */
    static URI of(Section server) {
        URI base = server.required("url", TYPE);
        if (server.choice("tls", Choice.TLS).equals(Optional.of("on")) && "http".equals(base.getScheme())) {
            server.problem("tls", Message.of("settings.tlsOfHttp"));
        }
        return base;
    }

    private static boolean isAbsolute(String text) {
        try {
            return new URI(text).isAbsolute() && text.indexOf('|') < 0;
        } catch (URISyntaxException _) {
            return false;
        }
    }

    private static Optional<URI> base(String text) {
        try {
            URI base = new URI(text.strip().replaceFirst("/+$", ""));
            boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
            boolean bare = base.getUserInfo() == null && base.getQuery() == null && base.getFragment() == null;
            return Optional.of(base).filter(_ -> web && bare && base.getHost() != null);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
