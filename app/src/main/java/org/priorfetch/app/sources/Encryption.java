package org.priorfetch.app.sources;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/** The fields that every part has for TLS. Those behind the switch mean nothing while it is off. */
final class Encryption {

    static final String SWITCH = "tls";
    static final List<String> KEYS = List.of(SWITCH, "tlsTrust", "tlsCertificate", "tlsPassword");

    /** Where a server is reached that speaks HTTP. */
    static final String ADDRESS = "url";

    private Encryption() {}

    /** Whether the switch is off, and what is sent is encrypted all the same because the address says so. */
    static boolean isByAddress(PartForm form, String key, @Nullable String word) {
        return key.equals(SWITCH) && "off".equals(word) && form.part().keys().contains(ADDRESS)
                && form.isMeant(ADDRESS)
                && form.value(ADDRESS).get().strip().toLowerCase(Locale.ROOT).startsWith("https:");
    }

    static boolean isDetail(String key) {
        return KEYS.contains(key) && !key.equals(SWITCH);
    }
}
