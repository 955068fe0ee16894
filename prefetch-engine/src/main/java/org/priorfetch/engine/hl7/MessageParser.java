package org.priorfetch.engine.hl7;

import ca.uhn.hl7v2.DefaultHapiContext;
import ca.uhn.hl7v2.HL7Exception;
import ca.uhn.hl7v2.model.GenericMessage;
import ca.uhn.hl7v2.model.GenericSegment;
import ca.uhn.hl7v2.model.Segment;
import ca.uhn.hl7v2.parser.EncodingCharacters;
import ca.uhn.hl7v2.parser.GenericModelClassFactory;
import ca.uhn.hl7v2.parser.PipeParser;
import ca.uhn.hl7v2.validation.impl.ValidationContextFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.hl7.MessageProblem.Condition;
import org.priorfetch.engine.model.Message;

/** Divides messages into segments and fields. Each segment alone: no version, and no structure of its own, can get in its way. */
final class MessageParser {

    private static final Pattern LINES = Pattern.compile("\r\n?");
    private static final Pattern BARE_LINES = Pattern.compile("\n");
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9]{2}");
    private static final int MOST_SEGMENTS = 10_000;

    private final GenericModelClassFactory types = new GenericModelClassFactory();
    private final PipeParser parser;

    MessageParser() {
        DefaultHapiContext context = new DefaultHapiContext(types);
        context.setValidationContext(ValidationContextFactory.noValidation());
        parser = new PipeParser(context);
    }

    Hl7Message parse(MessageHeader header, String text) throws MessageProblem {
        EncodingCharacters delimiters = new EncodingCharacters(header.separator(), header.encoding());
        GenericMessage.V251 whole = new GenericMessage.V251(types);
        whole.setParser(parser);
        List<Hl7Segment> segments = new ArrayList<>();
        for (String line : lines(text)) {
            if (segments.size() >= MOST_SEGMENTS) {
                throw malformed(null);
            }
            if (!line.isBlank()) {
                segments.add(segment(whole, line.strip(), delimiters));
            }
        }
        return new Hl7Message(header, segments);
    }

    /** Segments end with CR. A bare LF is text, unless there is nothing else that could end them. */
    private static String[] lines(String text) {
        String whole = text.strip();
        return (whole.indexOf('\r') < 0 ? BARE_LINES : LINES).split(whole);
    }

    private Hl7Segment segment(GenericMessage.V251 whole, String line, EncodingCharacters delimiters)
            throws MessageProblem {
        String name = line.substring(0, Math.min(3, line.length()));
        boolean divided = line.length() <= 3 || line.charAt(3) == delimiters.getFieldSeparator();
        if (!NAME.matcher(name).matches() || !divided) {
            throw malformed(null);
        }
        Segment segment = new GenericSegment(whole, name);
        try {
            parser.parse(segment, line, delimiters);
        } catch (HL7Exception failure) {
            throw malformed(failure);
        }
        return new Hl7Segment(segment);
    }

    private static MessageProblem malformed(@Nullable Throwable cause) {
        MessageProblem problem = MessageProblem.rejected(Condition.SEGMENT_SEQUENCE, Place.NOWHERE,
                Message.of("hl7.malformed"));
        if (cause != null) {
            problem.initCause(cause);
        }
        return problem;
    }
}
