package org.priorfetch.engine.hl7;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import org.priorfetch.engine.hl7.MessageProblem.Condition;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.OrderEvent;

/** From a message to what it tells. Pure: the same message always tells the same. */
final class MessageReading {

    private static final Pattern VERSION = Pattern.compile("2(\\.[0-9]+){0,2}");
    private static final Set<String> PROCESSING_IDS = Set.of("", "P", "T", "D");
    private static final Pattern BOOKINGS = Pattern.compile("S1[2-9]|S2[0-46]");

    private final OrderMessages orders;
    private final PatientMessages patients;
    private final ReportMessages reports;
    private final ZoneId zone;

    MessageReading(FeedRules rules, ZoneId zone) {
        PatientReading patientReading = new PatientReading(rules.issuer());
        OrderNumbers numbers = new OrderNumbers(rules.accessions());
        this.orders = new OrderMessages(new AppointmentReading(rules.feed(), numbers, zone), patientReading);
        this.reports = new ReportMessages(numbers, patientReading);
        this.patients = new PatientMessages(patientReading);
        this.zone = zone;
    }

    /** Whether anything at all can be made of such a message; asked before it is divided. */
    static void require(MessageHeader header) throws MessageProblem {
        if (!VERSION.matcher(header.version()).matches()) {
            throw MessageProblem.rejected(Condition.VERSION_ID, Place.field("MSH", 12),
                    Message.of("hl7.unsupportedVersion"));
        }
        if (!PROCESSING_IDS.contains(header.processingId())) {
            throw MessageProblem.rejected(Condition.PROCESSING_ID, Place.field("MSH", 11),
                    Message.of("hl7.unsupportedProcessing"));
        }
        boolean known = switch (header.type()) {
            case "ORM" -> Set.of("O01", "").contains(header.event());
            case "OMI" -> Set.of("O23", "").contains(header.event());
            case "OMG" -> Set.of("O19", "").contains(header.event());
            case "ORU" -> Set.of("R01", "").contains(header.event());
            case "SIU" -> BOOKINGS.matcher(header.event()).matches();
            case "ADT" ->
                Set.of("A01", "A04", "A08", "A24", "A31", "A37", "A40", "A43", "A47").contains(header.event());
            default -> throw MessageProblem.rejected(Condition.MESSAGE_TYPE, Place.field("MSH", 9),
                    Message.of("hl7.unsupportedType"));
        };
        if (!known) {
            throw MessageProblem.rejected(Condition.EVENT_CODE, Place.field("MSH", 9),
                    Message.of("hl7.unsupportedType"));
        }
    }

    /** @param received when, for what states no time of its own */
    List<OrderEvent> read(Hl7Message message, Instant received) throws MessageProblem {
        Instant stated = Hl7Times.instant(message.header().component(7, 1), zone);
        Instant sent = stated == null ? received : stated;
        return switch (message.header().type()) {
            case "SIU" -> orders.booking(message, sent);
            case "ADT" -> patients.read(message);
            case "ORU" -> reports.read(message, sent);
            default -> orders.orders(message, sent);
        };
    }
}
