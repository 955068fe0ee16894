package org.priorfetch.engine.settings;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.tls.HttpLogin;

/** Turns the keys of a section that say how we log in by HTTP into a login. */
final class LoginReading {

    private static final Map<String, Set<String>> KEYS = Map.of("none", Set.of(), "basic",
            Set.of("user", "password"), "bearer", Set.of("token"), "oauth2",
            Set.of("user", "password", "tokenUrl", "scope"));
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    private static final ValueType<String> USER = new ValueType<>(
            text -> Optional.of(text.strip()).filter(name -> name.matches("[^:\\p{Cntrl}]{1,256}")),
            (key, shown) -> Message.of("settings.badUser", key, shown), "");

    private static final ValueType<String> SCOPE = new ValueType<>(
            text -> Optional.of(text.strip()).filter(scope -> scope.matches("[!#-\\[\\]-~ ]{1,512}")),
            (key, shown) -> Message.of("settings.badScope", key, shown), "");

    private final Section section;

    private LoginReading(Section section) {
        this.section = section;
    }

    /** @param server who is told it */
    static HttpLogin of(Section section, URI server) {
        return new LoginReading(section).read(server);
    }

    private HttpLogin read(URI server) {
        String kind = section.choice("auth", Choice.AUTH).orElse(Choice.AUTH.preset());
        for (String key : Keys.LOGIN) {
            if (section.has(key) && !key.equals("auth") && !KEYS.getOrDefault(kind, Set.of()).contains(key)) {
                section.problem(key, Message.of("settings.loginKey", key, kind));
            }
        }
        if (!kind.equals("none")) {
            refusePlain(server, "auth");
        }
        return switch (kind) {
            case "basic" -> new HttpLogin.Basic(section.required("user", USER), secret("password", ".+"));
            case "bearer" -> new HttpLogin.Bearer(secret("token", "[A-Za-z0-9._~+/-]+=*"));
            case "oauth2" -> clientCredentials();
            default -> HttpLogin.NONE;
        };
    }

    private HttpLogin clientCredentials() {
        URI service = section.required("tokenUrl", WebAddress.TYPE);
        refusePlain(service, "tokenUrl");
        return new HttpLogin.ClientCredentials(service, section.required("user", USER), secret("password", ".+"),
                section.optional("scope", SCOPE, ""));
    }

    private String secret(String key, String form) {
        if (!section.has(key)) {
            section.problem(section.place(), Message.of("settings.missingKey", key));
            return "";
        }
        String secret = section.secret(key);
        if (secret != null && !secret.matches(form)) {
            section.problem(key, Message.of("settings.badSecret", key));
        }
        return secret == null ? "" : secret;
    }

    /** Whoever listens would have the secret. */
    private void refusePlain(URI address, String key) {
        if ("http".equals(address.getScheme()) && !THIS_COMPUTER.contains(address.getHost())) {
            section.problem(key, Message.of("settings.loginOverHttp", key));
        }
    }
}
