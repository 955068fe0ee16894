package org.priorfetch.engine.hl7;

import org.priorfetch.engine.model.Message;

/** A message was not taken. Says why in words, and where in the terms of HL7. */
final class MessageProblem extends Exception {

    private static final long serialVersionUID = 1L;

    /** Message Error Condition Codes (HL7 table 0357), with their texts there. */
    enum Condition {
        SEGMENT_SEQUENCE(100, "Segment sequence error"),
        FIELD_MISSING(101, "Required field missing"),
        DATA_TYPE(102, "Data type error"),
        TABLE_VALUE(103, "Table value not found"),
        MESSAGE_TYPE(200, "Unsupported message type"),
        EVENT_CODE(201, "Unsupported event code"),
        PROCESSING_ID(202, "Unsupported processing id"),
        VERSION_ID(203, "Unsupported version id"),
        INTERNAL(207, "Application internal error");

        private final int code;
        private final String text;

        Condition(int code, String text) {
            this.code = code;
            this.text = text;
        }

        int code() {
            return code;
        }

        String text() {
            return text;
        }
    }

    /** What the sender is to make of it. */
    enum Kind {
        /** Nothing here can take such a message. */
        REJECTED,
        /** It is one of ours, but something in it is wrong. */
        WRONG,
        /** Nothing is wrong with it; it may be sent again. */
        NOT_KEPT
    }

    private final Kind kind;
    private final Condition condition;
    private final Place place;
    private final transient Message explanation;

    MessageProblem(Kind kind, Condition condition, Place place, Message explanation) {
        super(explanation.text());
        this.kind = kind;
        this.condition = condition;
        this.place = place;
        this.explanation = explanation;
    }

    static MessageProblem rejected(Condition condition, Place place, Message explanation) {
        return new MessageProblem(Kind.REJECTED, condition, place, explanation);
    }

    static MessageProblem wrong(Condition condition, Place place, Message explanation) {
        return new MessageProblem(Kind.WRONG, condition, place, explanation);
    }

    Kind kind() {
        return kind;
    }

    Condition condition() {
        return condition;
    }

    Place place() {
        return place;
    }

    Message explanation() {
        return explanation;
    }
}
