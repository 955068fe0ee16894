package org.priorfetch.app.sources;

import java.util.List;

/** The fields that every part has for TLS. Those behind the switch mean nothing while it is off. */
final class Encryption {

    static final String SWITCH = "tls";
    static final List<String> KEYS = List.of(SWITCH, "tlsTrust", "tlsCertificate", "tlsPassword");

    private Encryption() {}

    static boolean isDetail(String key) {
        return KEYS.contains(key) && !key.equals(SWITCH);
    }
}
