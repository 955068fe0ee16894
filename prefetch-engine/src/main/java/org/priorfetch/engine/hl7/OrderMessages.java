package org.priorfetch.engine.hl7;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.priorfetch.engine.hl7.MessageProblem.Condition;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.OrderEvent;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Sex;
import org.priorfetch.engine.model.WorklistItem;

/** Orders (ORM, OMI, OMG) and bookings (SIU). */
final class OrderMessages {

    /** Order controls (HL7 table 0119) that call an order off: asked for, done, or in favour of another. */
    private static final Set<String> OFF = Set.of("CA", "OC", "CR", "DC", "OD", "DR", "UA", "RP", "RQ", "RU");
    /** Controls that say nothing about when and what: on hold, released, refused, or a link between orders. */
    private static final Set<
            String> NO_NEWS = Set.of("AF", "DE", "DF", "FU", "HD", "HR", "LI", "MC", "OE", "OH", "OK", "OP",
                    "OR", "PA", "PY", "RE", "RF", "RL", "SN", "SR", "UC", "UD", "UF", "UH", "UM", "UN", "UR", "UX");
    private static final String STATUS_ONLY = "SC";
    /** Order status (HL7 table 0038). */
    private static final Set<String> STATUS_OFF = Set.of("CA", "DC", "RP");
    private static final Set<String> STATUS_SCHEDULED = Set.of("SC", "");
    /** Cancelled, discontinued, deleted, not shown up. */
    private static final Set<String> BOOKING_OFF = Set.of("S15", "S16", "S17", "S26");
    private static final Set<String> BOOKING_STATUS_OFF = Set.of("CANCELLED", "CANCELED", "DELETED", "DC", "NOSHOW");
    /** Blocked and opened time slots are nobody's appointments. */
    private static final Set<String> SLOTS = Set.of("S23", "S24");
    private static final Patient NOBODY = new Patient(PatientKey.of(""), "", null, Sex.UNKNOWN);

    private enum Deed {
        SCHEDULE, CANCEL, NOTHING
    }

    private final AppointmentReading appointments;
    private final PatientReading patients;

    OrderMessages(AppointmentReading appointments, PatientReading patients) {
        this.appointments = appointments;
        this.patients = patients;
    }

    /** @param sent when, for what states no time of its own */
    List<OrderEvent> orders(Hl7Message message, Instant sent) throws MessageProblem {
        List<Group> groups = Group.orders(message);
        if (groups.isEmpty()) {
            throw MessageProblem.wrong(Condition.SEGMENT_SEQUENCE, Place.segment("ORC"), Message.of("hl7.noOrder"));
        }
        Map<String, OrderEvent.Scheduled> scheduled = new LinkedHashMap<>();
        Map<String, WorklistItem> cancelled = new LinkedHashMap<>();
        for (Group group : groups) {
            switch (deed(group)) {
                case SCHEDULE -> {
                    OrderEvent.Scheduled one = scheduled(group, message, sent);
                    scheduled.merge(one.item().appointmentId(), one, OrderMessages::joined);
                }
                case CANCEL -> {
                    WorklistItem item = item(group, patientIfAny(message), PatientTraits.NONE, sent);
                    cancelled.put(item.appointmentId(), item);
                }
                case NOTHING -> {
                }
            }
        }
        return events(scheduled, cancelled);
    }

    /** An order that takes another's place under the same number is not called off. */
    private static List<OrderEvent> events(Map<String, OrderEvent.Scheduled> scheduled,
            Map<String, WorklistItem> cancelled) {
        List<OrderEvent> events = new ArrayList<>();
        cancelled.keySet().removeAll(scheduled.keySet());
        cancelled.values().forEach(item -> events.add(new OrderEvent.Cancelled(item)));
        events.addAll(scheduled.values());
        return events;
    }

    private OrderEvent.Scheduled scheduled(Group group, Hl7Message message, Instant sent) throws MessageProblem {
        Patient patient = PatientMessages.patient(message, patients);
        PatientTraits traits = message.first("PID").map(patients::traits).orElse(PatientTraits.NONE);
        return new OrderEvent.Scheduled(item(group, patient, traits, sent), appointments.isTimed(group));
    }

    /** A step whose time was not stated says nothing about the time of the others. */
    private static OrderEvent.Scheduled joined(OrderEvent.Scheduled one, OrderEvent.Scheduled step) {
        WorklistItem both = one.item().joinedWith(step.item());
        boolean known = one.timed() && step.timed();
        return new OrderEvent.Scheduled(known || one.timed() == step.timed() ? both
                : both.at((one.timed() ? one : step).item().scheduledStart()), one.timed() || step.timed());
    }

    private static Deed deed(Group group) {
        String control = group.value("ORC", 1);
        if (!control.equals(STATUS_ONLY)) {
            return OFF.contains(control) ? Deed.CANCEL : NO_NEWS.contains(control) ? Deed.NOTHING : Deed.SCHEDULE;
        }
        String status = group.value("ORC", 5);
        if (STATUS_OFF.contains(status)) {
            return Deed.CANCEL;
        }
        return STATUS_SCHEDULED.contains(status) && group.first("OBR").isPresent() ? Deed.SCHEDULE : Deed.NOTHING;
    }

    List<OrderEvent> booking(Hl7Message message, Instant sent) throws MessageProblem {
        String event = message.header().event();
        if (SLOTS.contains(event)) {
            return List.of();
        }
        Hl7Segment booking = message.first("SCH")
                .orElseThrow(() -> MessageProblem.wrong(Condition.SEGMENT_SEQUENCE, Place.segment("SCH"),
                        Message.of("hl7.noBooking")));
        boolean off = BOOKING_OFF.contains(event)
                || BOOKING_STATUS_OFF.contains(booking.value(25).toUpperCase(Locale.ROOT));
        Group whole = new Group(message.segments());
        return List.of(off ? new OrderEvent.Cancelled(item(whole, patientIfAny(message), PatientTraits.NONE, sent))
                : scheduled(whole, message, sent));
    }

    /** What is called off need not say whose it was. */
    private Patient patientIfAny(Hl7Message message) {
        return message.first("PID").flatMap(patients::patient).orElse(NOBODY);
    }

    private WorklistItem item(Group group, Patient patient, PatientTraits traits, Instant sent)
            throws MessageProblem {
        Optional<WorklistItem> item = appointments.item(group, patient, traits, sent);
        return item.orElseThrow(() -> MessageProblem.wrong(Condition.FIELD_MISSING, Place.field("OBR", 18),
                Message.of("hl7.noNumber")));
    }
}
