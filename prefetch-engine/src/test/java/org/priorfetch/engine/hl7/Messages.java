package org.priorfetch.engine.hl7;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

import org.priorfetch.engine.model.OrderEvent;

/** Messages as they are sent, and what is read from them. */
final class Messages {

    static final Instant RECEIVED = Instant.parse("2026-03-02T07:00:00Z");
    static final ZoneId ZONE = ZoneId.of("Europe/Berlin");
    static final String PID = "PID|1||4711^^^HOSP^MR||Doe^Jane^Q||19700102|F";

    private Messages() {}

    static String message(String type, String... segments) {
        return versioned(type, "2.5.1", segments);
    }

    static String versioned(String type, String version, String... segments) {
        return "MSH|^~\\&|RIS|RAD|PF|RAD|20260302080000+0100||" + type + "|MSG-1|P|" + version + "\r"
                + String.join("\r", segments) + "\r";
    }

    static String order(String... segments) {
        return message("ORM^O01", segments);
    }

    static List<OrderEvent> read(String text) throws MessageProblem {
        return read(text, List.of(), "HOSP");
    }

    static List<OrderEvent> read(String text, List<Place> accessions, String issuer) throws MessageProblem {
        return read(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8, accessions, issuer);
    }

    static List<OrderEvent> read(byte[] content, Charset preset, List<Place> accessions, String issuer)
            throws MessageProblem {
        MessageHeader header = MessageHeader.of(content).orElseThrow();
        MessageReading.require(header);
        Hl7Message message = new MessageParser().parse(header, new CharacterSets(preset).decode(header, content));
        return new MessageReading(new FeedRules("orders", accessions, issuer), ZONE).read(message, RECEIVED);
    }
}
