package org.priorfetch.engine.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerException.Kind;

/** Reads the answer to a query for cross-references (RSP^K23, ITI-9 3.9.4.2). */
final class PixAnswer {

    private static final int IDENTIFIERS = 3;
    private static final int LOCATION = 2;
    private static final int LOCATION_BEFORE_2_5 = 1;
    private static final Pattern CODE = Pattern.compile("[A-Z]{1,2}|[0-9]{1,4}");

    private final String source;
    private final PixQuery query;
    private final Hl7Message message;

    PixAnswer(String source, PixQuery query, Hl7Message message) {
        this.source = source;
        this.query = query;
        this.message = message;
    }

    /** @throws PeerException when it says nothing about the patient */
    CrossReference read() throws PeerException {
        if (!message.header().type().equals("RSP") && !message.header().type().equals("ACK")) {
            throw notUnderstood("MSH-9");
        }
        Hl7Segment answer = message.first("MSA").orElseThrow(() -> notUnderstood("MSA"));
        if (!answer.value(2).equals(query.controlId())) {
            throw notUnderstood("MSA-2");
        }
        return switch (answer.value(1)) {
            case "AA" -> answered();
            case "AE" -> error();
            default -> throw failed(shown(answer.value(1)));
        };
    }

    private CrossReference answered() throws PeerException {
        Hl7Segment status = message.first("QAK").orElseThrow(() -> notUnderstood("QAK"));
        if (!status.value(1).isEmpty() && !status.value(1).equals(query.controlId())) {
            throw notUnderstood("QAK-1");
        }
        return switch (status.value(2)) {
            case "OK" -> new CrossReference.Ids(ids());
            case "NF" -> new CrossReference.NoneThere();
            default -> throw notUnderstood("QAK-2");
        };
    }

    /** Only those that state the domain which was asked for: an ID of another one would be somebody else's. */
    private List<String> ids() throws PeerException {
        List<String> ids = new ArrayList<>();
        for (Hl7Segment pid : message.all("PID")) {
            for (int repetition = 0; repetition < pid.repetitions(IDENTIFIERS); repetition++) {
                String id = pid.value(IDENTIFIERS, repetition, 1, 1);
                boolean ofTarget = query.target()
                        .isNamedBy(pid.value(IDENTIFIERS, repetition, 4, 1), pid.value(IDENTIFIERS, repetition, 4, 2));
                if (ofTarget && !id.isEmpty() && !ids.contains(id)) {
                    ids.add(id);
                }
            }
        }
        if (ids.isEmpty()) {
            throw notUnderstood("PID-3");
        }
        return ids;
    }

    /** Where the error lies in the query says what is wrong. Only about the ID itself is it about the patient. */
    private CrossReference error() throws PeerException {
        for (Hl7Segment error : message.all("ERR")) {
            int place = error.value(LOCATION).isEmpty() ? LOCATION_BEFORE_2_5 : LOCATION;
            if (error.value(place, 1).equals("QPD")) {
                String component = place == LOCATION ? error.value(place, 5) : "";
                switch (error.value(place, 3)) {
                    case "3" -> {
                        if (component.isEmpty() || component.equals("1")) {
                            return new CrossReference.NotInIndex();
                        }
                        throw failure(Message.of("hl7.pix.localDomain", source));
                    }
                    case "4" -> throw failure(Message.of("hl7.pix.targetDomain", source));
                    case "1" -> throw failure(Message.of("hl7.pix.query", source));
                    default -> throw failed("AE " + shown(error.value(3)));
                }
            }
        }
        throw failed("AE");
    }

    private PeerException failed(String code) {
        return failure(Message.of("hl7.pix.failed", source, code));
    }

    private PeerException failure(Message explanation) {
        return new PeerException(source, Kind.FAILED, explanation);
    }

    private PeerException notUnderstood(String place) {
        return new PeerException(source, Kind.PROTOCOL, Message.of("hl7.pix.notUnderstood", source, place));
    }

    /** Texts of the index may name the patient; codes do not. */
    private static String shown(String code) {
        return CODE.matcher(code).matches() ? code : "?";
    }
}
