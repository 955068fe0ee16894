package org.priorfetch.engine.hl7;

import java.util.List;
import java.util.Optional;

/**
 * A message, its segments in the order in which they came. Which of them belong together is found out by those who read it,
 * because senders keep to the order of segments better than to the structures of the standard.
 */
record Hl7Message(MessageHeader header, List<Hl7Segment> segments) {

    Hl7Message {
        segments = List.copyOf(segments);
    }

    Optional<Hl7Segment> first(String name) {
        return segments.stream().filter(segment -> segment.is(name)).findFirst();
    }

    List<Hl7Segment> all(String name) {
        return segments.stream().filter(segment -> segment.is(name)).toList();
    }
}
