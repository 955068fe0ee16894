package org.priorfetch.engine.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The segments of one order within a message, or of a whole appointment. */
record Group(List<Hl7Segment> segments) {

    Group {
        segments = List.copyOf(segments);
    }

    /**
     * The orders of a message: each begins with its ORC, or with an OBR where there is none. A study (ZDS) that follows the
     * last of them is the study of all.
     */
    static List<Group> orders(Hl7Message message) {
        List<List<Hl7Segment>> groups = new ArrayList<>();
        for (Hl7Segment segment : message.segments()) {
            boolean ordered = !groups.isEmpty() && groups.getLast().stream().anyMatch(one -> one.is("OBR"));
            if (segment.is("ORC") || (segment.is("OBR") && (groups.isEmpty() || ordered))) {
                groups.add(new ArrayList<>());
            }
            if (!groups.isEmpty()) {
                groups.getLast().add(segment);
            }
        }
        List<Hl7Segment> studies = message.all("ZDS");
        if (studies.size() == 1) {
            groups.subList(0, Math.max(0, groups.size() - 1)).forEach(group -> group.addAll(studies));
        }
        return groups.stream().map(Group::new).toList();
    }

    Optional<Hl7Segment> first(String name) {
        return all(name).findFirst();
    }

    Stream<Hl7Segment> all(String name) {
        return segments.stream().filter(segment -> segment.is(name));
    }

    /** The first component of the field; the first segment that has one. */
    String value(String segment, int field) {
        return value(segment, field, 1);
    }

    String value(String segment, int field, int component) {
        return values(segment, one -> one.value(field, component)).findFirst().orElse("");
    }

    List<String> values(Place place) {
        return values(place.segment(), one -> one.value(place.field(), place.component())).toList();
    }

    /** What all segments of the name have there, without the empty. */
    Stream<String> values(String segment, Function<Hl7Segment, String> value) {
        return all(segment).map(value).filter(text -> !text.isEmpty());
    }
}
