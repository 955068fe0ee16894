package org.priorfetch.engine.hl7;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * Answers to a message: one in the original mode, an accept and an application acknowledgment in the enhanced mode, as its
 * sender wants them in MSH-15 and MSH-16.
 */
final class Acknowledgment {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMddHHmmssxx", Locale.ROOT);
    private static final int ACCEPT_WANTED = 15;
    private static final int APPLICATION_WANTED = 16;
    private static final int LONGEST_TEXT = 80;
    private static final String OLDEST_WITH_DETAILED_ERRORS = "2.5";

    private final ZoneId zone;
    private final Supplier<String> controlIds;

    /** @param controlIds a new one each time */
    Acknowledgment(ZoneId zone, Supplier<String> controlIds) {
        this.zone = zone;
        this.controlIds = controlIds;
    }

    /** @param problem null when the message was taken */
    List<byte[]> to(MessageHeader header, @Nullable MessageProblem problem, Instant now) {
        boolean enhanced = !header.field(ACCEPT_WANTED).isEmpty() || !header.field(APPLICATION_WANTED).isEmpty();
        if (!enhanced) {
            return List.of(answer(header, original(problem), problem, now));
        }
        MessageProblem notAccepted = problem != null && problem.kind() != MessageProblem.Kind.WRONG ? problem : null;
        List<byte[]> answers = new ArrayList<>();
        if (isWanted(header.field(ACCEPT_WANTED), notAccepted)) {
            answers.add(answer(header, accept(notAccepted), notAccepted, now));
        }
        if (notAccepted == null && isWanted(header.field(APPLICATION_WANTED), problem)) {
            answers.add(answer(header, original(problem), problem, now));
        }
        return answers;
    }

    /** Whether it is asked for: always, never, on errors, on success (HL7 table 0155). */
    private static boolean isWanted(String condition, @Nullable MessageProblem problem) {
        return switch (condition) {
            case "AL" -> true;
            case "ER" -> problem != null;
            case "SU" -> problem == null;
            default -> false;
        };
    }

    private static String original(@Nullable MessageProblem problem) {
        return problem == null ? "AA" : problem.kind() == MessageProblem.Kind.REJECTED ? "AR" : "AE";
    }

    private static String accept(@Nullable MessageProblem problem) {
        return problem == null ? "CA" : problem.kind() == MessageProblem.Kind.REJECTED ? "CR" : "CE";
    }

    /** In the delimiters and the bytes of the sender, so that it finds its own values again. */
    private byte[] answer(MessageHeader header, String code, @Nullable MessageProblem problem, Instant now) {
        StringBuilder text = new StringBuilder(segment(header, "MSH", header.field(2), header.field(5), header.field(6),
                header.field(3), header.field(4), TIME.format(now.atZone(zone)), "", type(header), controlIds.get(),
                header.field(11).isEmpty() ? "P" : header.field(11),
                header.field(12).isEmpty() ? OLDEST_WITH_DETAILED_ERRORS : header.field(12), "", "", "", "", "",
                header.field(18)));
        text.append(segment(header, "MSA", code, header.controlId(), problem == null ? "" : text(header, problem)));
        if (problem != null) {
            text.append(error(header, problem));
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String type(MessageHeader header) {
        return header.event().isEmpty() ? "ACK"
                : "ACK" + header.component() + header.event() + header.component() + "ACK";
    }

    private static String error(MessageHeader header, MessageProblem problem) {
        char to = header.component();
        Place place = problem.place();
        String where = place.segment().isEmpty() ? ""
                : place.segment() + to + 1 + (place.field() == 0 ? "" : "" + to + place.field());
        String condition = String.valueOf(problem.condition().code()) + to + problem.condition().text() + to
                + "HL70357";
        if (header.version().compareTo(OLDEST_WITH_DETAILED_ERRORS) < 0 && !header.version().isEmpty()) {
            String inner = condition.replace(to, header.encoding().charAt(3));
            String padded = where
                    + String.valueOf(to).repeat(3 - (int) where.chars().filter(sign -> sign == to).count());
            return segment(header, "ERR", padded + inner);
        }
        return segment(header, "ERR", "", where, condition, "E", "", "", "", text(header, problem));
    }

    /** Plain ASCII without delimiters. */
    private static String text(MessageHeader header, MessageProblem problem) {
        String plain = problem.explanation()
                .text()
                .chars()
                .map(sign -> sign < ' ' || sign > '~' || (header.separator() + header.encoding()).indexOf(sign) >= 0
                        ? ' '
                        : sign)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        return plain.length() <= LONGEST_TEXT ? plain : plain.substring(0, LONGEST_TEXT);
    }

    private static String segment(MessageHeader header, String name, String... fields) {
        String separator = String.valueOf(header.separator());
        String whole = name + separator + String.join(separator, fields);
        int end = whole.length();
        while (whole.charAt(end - 1) == header.separator()) {
            end--;
        }
        return whole.substring(0, end) + "\r";
    }
}
