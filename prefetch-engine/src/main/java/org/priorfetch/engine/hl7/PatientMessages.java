package org.priorfetch.engine.hl7;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.hl7.MessageProblem.Condition;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.OrderEvent;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;

/** Who patients are, and which patient IDs are one person (ADT). */
final class PatientMessages {

    private static final int IDENTIFIERS = 3;
    private static final int FORMER_IDENTIFIERS = 1;
    private static final int FORMER_ID = 4;

    /** What a pair of a patient and another patient's former ID comes to. */
    private interface Merge {

        OrderEvent of(Patient patient, PatientKey former);
    }

    private final PatientReading patients;

    PatientMessages(PatientReading patients) {
        this.patients = patients;
    }

    /** @throws MessageProblem without a patient, or one without an ID */
    static Patient patient(Hl7Message message, PatientReading patients) throws MessageProblem {
        return patient(message.first("PID").orElse(null), patients);
    }

    private static Patient patient(@Nullable Hl7Segment pid, PatientReading patients) throws MessageProblem {
        if (pid == null) {
            throw MessageProblem.wrong(Condition.SEGMENT_SEQUENCE, Place.segment("PID"), Message.of("hl7.noPatient"));
        }
        return patients.patient(pid)
                .orElseThrow(() -> MessageProblem.wrong(Condition.FIELD_MISSING,
                        Place.field("PID", IDENTIFIERS), Message.of("hl7.noPatientId")));
    }

    List<OrderEvent> read(Hl7Message message) throws MessageProblem {
        return switch (message.header().event()) {
            case "A01", "A04" -> List.of(new OrderEvent.PatientSeen(patient(message, patients), traits(message)));
            case "A08", "A31" -> List.of(new OrderEvent.PatientUpdated(patient(message, patients), traits(message)));
            case "A24" -> List.of(pair(message, OrderEvent.PatientsLinked::new));
            case "A37" -> List.of(pair(message, OrderEvent.PatientsUnlinked::new));
            case "A40", "A47" -> merges(message, OrderEvent.PatientsMerged::new);
            case "A43" -> merges(message, (patient, former) -> new OrderEvent.RecordsMoved(former, patient.key()));
            default -> throw MessageProblem.rejected(Condition.EVENT_CODE, Place.field("MSH", 9),
                    Message.of("hl7.unsupportedType"));
        };
    }

    private PatientTraits traits(Hl7Message message) {
        return message.first("PID").map(patients::traits).orElse(PatientTraits.NONE);
    }

    private interface Pair {

        OrderEvent of(PatientKey one, PatientKey other);
    }

    private OrderEvent pair(Hl7Message message, Pair pair) throws MessageProblem {
        List<Hl7Segment> both = message.all("PID");
        if (both.size() != 2) {
            throw MessageProblem.wrong(Condition.SEGMENT_SEQUENCE, Place.segment("PID"),
                    Message.of("hl7.notTwoPatients"));
        }
        return pair.of(patient(both.getFirst(), patients).key(), patient(both.getLast(), patients).key());
    }

    /** Each MRG belongs to the PID before it. */
    private List<OrderEvent> merges(Hl7Message message, Merge merge) throws MessageProblem {
        List<OrderEvent> events = new ArrayList<>();
        Hl7Segment pid = null;
        for (Hl7Segment segment : message.segments()) {
            if (segment.is("PID")) {
                pid = segment;
            } else if (segment.is("MRG")) {
                Patient patient = patient(pid, patients);
                PatientKey former = former(segment);
                if (!former.equals(patient.key())) {
                    events.add(merge.of(patient, former));
                }
            }
        }
        if (message.first("MRG").isEmpty()) {
            throw MessageProblem.wrong(Condition.SEGMENT_SEQUENCE, Place.segment("MRG"), Message.of("hl7.noFormer"));
        }
        return events;
    }

    private PatientKey former(Hl7Segment mrg) throws MessageProblem {
        Optional<PatientKey> former = patients.key(mrg, FORMER_IDENTIFIERS).or(() -> patients.key(mrg, FORMER_ID));
        return former.orElseThrow(() -> MessageProblem.wrong(Condition.FIELD_MISSING,
                Place.field("MRG", FORMER_IDENTIFIERS), Message.of("hl7.noFormer")));
    }
}
