package org.priorfetch.engine.dicomweb;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.priorfetch.engine.port.RequestSlots;

/** The path of a search and its parameters (PS3.18 8.3.4 and 10.6). */
final class Query {

    private static final Pattern UNSENDABLE = Pattern.compile("[^A-Za-z0-9._~!$'()*:@/?-]");

    private final String path;
    private final List<String> parameters = new ArrayList<>();
    private RequestSlots.Request request = RequestSlots.Request.LIST;

    private Query(String path) {
        this.path = path;
    }

    /** How pressing it is. */
    RequestSlots.Request request() {
        return request;
    }

    static Query studies() {
        return new Query("/studies").pressing();
    }

    static Query series(String studyUid) {
        return new Query("/studies/" + encoded(studyUid) + "/series");
    }

    static Query instances(String studyUid) {
        return new Query("/studies/" + encoded(studyUid) + "/instances");
    }

    /** Somebody waits for the answer. */
    Query pressing() {
        request = RequestSlots.Request.SEARCH;
        return this;
    }

    /** Whoever needs the value exactly looks at the answers, too: they may be more. */
    Query matching(Attribute attribute, String value) {
        parameters.add(attribute.tag() + "=" + pattern(value));
        return this;
    }

    /**
     * What a URI cannot hold as it is (RFC 3986 3.4), or servers take for a separator, is left open by a wild card (PS3.4
     * C.2.2.2.4): some servers match the percent signs of encoded characters literally, and then find nothing.
     */
    static String pattern(String value) {
        return UNSENDABLE.matcher(value).replaceAll("?");
    }

    Query including(Attribute... attributes) {
        for (Attribute attribute : attributes) {
            parameters.add("includefield=" + attribute.tag());
        }
        return this;
    }

    /** With the matches before this one left out. */
    String from(int offset) {
        return asked(offset == 0 ? Stream.empty() : Stream.of("offset=" + offset));
    }

    /** No more matches than so many. */
    String first(int limit) {
        return asked(Stream.of("limit=" + limit));
    }

    private String asked(Stream<String> more) {
        String all = Stream.concat(parameters.stream(), more).collect(Collectors.joining("&"));
        return all.isEmpty() ? path : path + "?" + all;
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
