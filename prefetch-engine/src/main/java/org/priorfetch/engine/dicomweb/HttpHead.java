package org.priorfetch.engine.dicomweb;

import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

/** How many bytes the line carries besides a body. What the client adds by itself is estimated. */
final class HttpHead {

    /** The first line, the host and the agent, without the address. */
    private static final int ALWAYS = 128;
    private static final int SEPARATORS = 4;

    private HttpHead() {}

    static int bytes(HttpRequest request) {
        return ALWAYS + request.uri().toString().length() + bytes(request.headers());
    }

    static int bytes(HttpResponse<?> answer) {
        return SEPARATORS * SEPARATORS + bytes(answer.headers());
    }

    private static int bytes(HttpHeaders headers) {
        int bytes = 0;
        for (Map.Entry<String, List<String>> header : headers.map().entrySet()) {
            for (String value : header.getValue()) {
                bytes += header.getKey().length() + value.length() + SEPARATORS;
            }
        }
        return bytes;
    }
}
