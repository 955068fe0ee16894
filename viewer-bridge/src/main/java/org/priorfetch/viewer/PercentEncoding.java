package org.priorfetch.viewer;

import java.nio.charset.StandardCharsets;

/**
 * Writes a value so that it is only a value wherever it stands in a URL: all but the unreserved characters (RFC 3986, 2.3)
 * as UTF-8 in percent-encoding. So none can end a path segment, a query value or the fragment.
 */
final class PercentEncoding {

    private static final String UNRESERVED_MARKS = "-._~";

    private PercentEncoding() {}

    static String of(String value) {
        StringBuilder encoded = new StringBuilder();
        for (byte octet : value.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved((char) octet)) {
                encoded.append((char) octet);
            } else {
                encoded.append(String.format("%%%02X", octet));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                || UNRESERVED_MARKS.indexOf(c) >= 0;
    }
}
