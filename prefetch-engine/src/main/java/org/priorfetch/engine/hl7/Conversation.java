package org.priorfetch.engine.hl7;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import org.priorfetch.engine.hl7.MessageProblem.Condition;
import org.priorfetch.engine.hl7.MessageProblem.Kind;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.OrderEvent;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.OrderFeed;
import org.priorfetch.engine.port.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is said to one sender: each message is understood, handed on, and only then acknowledged. */
final class Conversation implements MllpConnection.Handler {

    /** What all conversations of a feed share. */
    record Parts(FeedRules rules, Set<String> applications, CharacterSets charsets, MessageReading reading,
            Acknowledgment acknowledgment, SeenMessages seen, RejectedMessages rejected, MllpLimits limits,
            Clock clock) {}

    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    /** A message of the right form that is not for us; there may be many of them. */
    private static final Set<Condition> NOT_OURS = Set.of(Condition.MESSAGE_TYPE, Condition.EVENT_CODE);
    private static final int BYTES_PER_MEGABYTE = 1024 * 1024;

    private final Parts parts;
    private final OrderFeed.Listener listener;
    private final MessageParser parser = new MessageParser();

    Conversation(Parts parts, OrderFeed.Listener listener) {
        this.parts = parts;
        this.listener = listener;
    }

    @Override
    public List<byte[]> message(byte[] received) {
        byte[] content = withoutLeadingSpace(received);
        Instant now = parts.clock().now();
        MessageHeader header = MessageHeader.of(content).orElse(null);
        if (header == null) {
            return refused(MessageHeader.NONE, content, MessageProblem.rejected(Condition.SEGMENT_SEQUENCE,
                    Place.segment("MSH"), Message.of("hl7.malformed")), now);
        }
        if (header.type().equals("ACK")) {
            return List.of(); // an answer to an answer would never end
        }
        try {
            take(header, content, now);
            return parts.acknowledgment().to(header, null, now);
        } catch (MessageProblem problem) {
            return refused(header, content, problem, now);
        } catch (RepositoryException notKept) {
            LOG.error("A message to {} could not be stored: {}", parts.rules().feed(), notKept.getMessage());
            return parts.acknowledgment().to(header, notTaken("hl7.notKept"), now);
        } catch (RuntimeException defect) {
            LOG.error("A message to {} could not be taken", parts.rules().feed(), defect);
            return refused(header, content, notTaken("hl7.defect"), now);
        }
    }

    @Override
    public List<byte[]> tooLarge(byte[] head) {
        MessageHeader header = MessageHeader.of(withoutLeadingSpace(head)).orElse(MessageHeader.NONE);
        return refused(header, head, MessageProblem.rejected(Condition.INTERNAL, Place.NOWHERE,
                Message.of("hl7.tooLarge", parts.limits().largest() / BYTES_PER_MEGABYTE)), parts.clock().now());
    }

    private void take(MessageHeader header, byte[] content, Instant now) throws MessageProblem {
        if (!parts.applications().isEmpty() && !parts.applications().contains(header.component(3, 1))) {
            throw MessageProblem.rejected(Condition.MESSAGE_TYPE, Place.field("MSH", 3),
                    Message.of("hl7.unknownApplication"));
        }
        MessageReading.require(header);
        String text = parts.charsets().decode(header, content);
        String fingerprint = SeenMessages.fingerprint(header, text);
        if (!parts.seen().contains(fingerprint)) {
            List<OrderEvent> events = parts.reading().read(parser.parse(header, text), now);
            listener.told(parts.rules().feed(), events);
            parts.seen().add(fingerprint);
        }
    }

    private static MessageProblem notTaken(String key) {
        return new MessageProblem(Kind.NOT_KEPT, Condition.INTERNAL, Place.NOWHERE, Message.of(key));
    }

    private List<byte[]> refused(MessageHeader header, byte[] content, MessageProblem problem, Instant now) {
        if (NOT_OURS.contains(problem.condition())) {
            LOG.info("A message to {} is not for us: {}", parts.rules().feed(), problem.getMessage());
        } else {
            LOG.warn("A message to {} was refused: {} {}", parts.rules().feed(), problem.place(), problem.getMessage());
            parts.rejected().keep(parts.rules().feed(), content, problem, now);
        }
        return parts.acknowledgment().to(header, problem, now);
    }

    /** Also without a byte order mark. */
    private static byte[] withoutLeadingSpace(byte[] content) {
        int begin = content.length >= 3 && (content[0] & 0xFF) == 0xEF && (content[1] & 0xFF) == 0xBB
                && (content[2] & 0xFF) == 0xBF ? 3 : 0;
        while (begin < content.length && content[begin] >= 0 && content[begin] <= ' ') {
            begin++;
        }
        return begin == 0 ? content : Arrays.copyOfRange(content, begin, content.length);
    }
}
