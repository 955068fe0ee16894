package org.priorfetch.engine.dicomweb;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Locale;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/**
 * An answer that is still arriving.
 *
 * @param status of HTTP
 * @param version of HTTP
 * @param body can be read once
 */
record Answer(int status, String version, HttpHeaders headers, InputStream body) {

    private static final Set<String> GZIP = Set.of("gzip", "x-gzip");
    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    boolean isSuccess() {
        return status / HUNDRED == SUCCESS;
    }

    boolean isCompressed() {
        return GZIP.contains(headers.firstValue("Content-Encoding").orElse("").strip().toLowerCase(Locale.ROOT));
    }

    /** The body as it was before it was compressed; no more of it is ever unpacked than is read. */
    InputStream unpacked() throws IOException {
        return isCompressed() ? new GZIPInputStream(body) : body;
    }

    /** Without its parameters, in lower case; empty where nothing is said. */
    String mediaType() {
        return contentType().split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    String contentType() {
        return headers.firstValue("Content-Type").orElse("");
    }
}
