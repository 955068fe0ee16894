package org.priorfetch.engine.dicomweb;

import java.io.InputStream;
import java.net.http.HttpHeaders;

/**
 * An answer that is still arriving.
 *
 * @param status of HTTP
 * @param body can be read once
 */
record Answer(int status, HttpHeaders headers, InputStream body) {

    private static final int SUCCESS = 2;
    private static final int HUNDRED = 100;

    boolean isSuccess() {
        return status / HUNDRED == SUCCESS;
    }

    String contentType() {
        return headers.firstValue("Content-Type").orElse("");
    }
}
