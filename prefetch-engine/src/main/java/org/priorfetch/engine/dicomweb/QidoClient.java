package org.priorfetch.engine.dicomweb;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.priorfetch.engine.model.PeerMeasures.Http;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.port.AnswerCaps;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RequestSlots;

/** Searches by QIDO-RS (PS3.18 10.6). */
final class QidoClient {

    private static final String ACCEPT = "application/dicom+json";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    /** Of earlier editions: there are more matches than one answer may have. */
    private static final int PARTIAL_CONTENT = 206;
    private static final int MOST_BYTES = 256 << 20;
    private static final int MOST_MATCHES = 100_000;
    private static final int MATCHES_TO_COMPRESS = 50;
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private record Page(List<Match> matches, boolean saysThereAreMore) {}

    private final WebServer server;

    QidoClient(WebServer server) {
        this.server = server;
    }

    /**
     * All matches. Where an answer may have been ended before its end, what follows is asked for.
     *
     * @param key what tells the matches apart; an answer without it cannot be counted
     * @throws PeerException also when the answer cannot be told from a capped one
     */
    List<Match> all(Query query, Attribute key) throws PeerException {
        return all(query, key, PriorCandidate.UNKNOWN_COUNT);
    }

    /**
     * The same, where it is known how many there are to be.
     *
     * @param told negative when it is not
     */
    List<Match> all(Query query, Attribute key, int told) throws PeerException {
        Map<String, Match> all = new LinkedHashMap<>();
        Page page = page(query, query.from(0));
        add(page, key, all);
        while (page.saysThereAreMore()
                || (AnswerCaps.mayBeCapped(page.matches().size()) && all.size() != told)) {
            int before = all.size();
            page = page(query, query.from(before));
            add(page, key, all);
            if (page.matches().isEmpty()) {
                break; // also where a warning of something else stands beside every answer
            }
            if (all.size() == before || all.size() > MOST_MATCHES) {
                throw WebFailures.protocol(server.name(), "dicomweb.capped");
            }
        }
        return List.copyOf(all.values());
    }

    /** What the server offers, seen at an answer that is worth compressing. */
    Http offer() throws PeerException {
        return server.ask(RequestSlots.Request.LIST, Query.studies().first(MATCHES_TO_COMPRESS), ACCEPT,
                answer -> new Http(answer.version(), answer.isCompressed()));
    }

    /** The first matches; where there are more, one more is returned. */
    List<Match> first(Query query, int most) throws PeerException {
        return page(query, query.first(most + 1)).matches();
    }

    private void add(Page page, Attribute key, Map<String, Match> all) throws PeerException {
        for (Match match : page.matches()) {
            String uid = match.text(key);
            if (uid.isEmpty()) {
                throw WebFailures.protocol(server.name(), "dicomweb.answerWithoutUid");
            }
            all.putIfAbsent(uid, match);
        }
    }

    private Page page(Query query, String path) throws PeerException {
        return server.ask(query.request(), path, ACCEPT, answer -> {
            if (answer.status() == NO_CONTENT) {
                return new Page(List.of(), false);
            }
            boolean part = answer.status() == PARTIAL_CONTENT;
            if (answer.status() != OK && !part) {
                throw WebFailures.status(server.name(), answer.status());
            }
            List<Match> matches = matches(answer.unpacked());
            if (part && matches.isEmpty()) {
                throw WebFailures.protocol(server.name(), "dicomweb.unreadable");
            }
            boolean more = answer.headers().allValues("Warning").stream().anyMatch(text -> text.startsWith("299"));
            return new Page(matches, more || part);
        });
    }

    private List<Match> matches(InputStream body) throws IOException, PeerException {
        byte[] json = body.readNBytes(MOST_BYTES);
        JsonNode array = parsed(json);
        if (array == null || !array.isArray() || json.length == MOST_BYTES) {
            throw WebFailures.protocol(server.name(), "dicomweb.unreadable");
        }
        List<Match> matches = new ArrayList<>();
        array.forEach(item -> matches.add(new Match(item)));
        return matches;
    }

    private JsonNode parsed(byte[] json) throws PeerException {
        try {
            return JSON.readTree(json);
        } catch (IOException noJson) {
            throw WebFailures.protocol(server.name(), "dicomweb.unreadable");
        }
    }
}
