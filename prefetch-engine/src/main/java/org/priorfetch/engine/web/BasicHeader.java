package org.priorfetch.engine.web;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The header that names us with a password (RFC 7617). */
final class BasicHeader {

    private BasicHeader() {}

    static String of(String user, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
