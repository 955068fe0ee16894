package org.priorfetch.engine.hl7;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.priorfetch.engine.hl7.MessageProblem.Condition;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.OrderEvent;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.ReportDocument;
import org.priorfetch.engine.model.TextReport;
import org.priorfetch.engine.model.TextReport.Status;

/** Reports (ORU): their texts and documents. */
final class ReportMessages {

    /** Types of values (HL7 table 0125) that are text; some senders leave the type out. */
    private static final Set<String> TEXTS = Set.of("TX", "FT", "ST", "");
    /** Result status (HL7 table 0123). */
    private static final Set<String> FINAL = Set.of("F", "C", "CM", "A", "");
    private static final Set<String> WITHDRAWN = Set.of("X", "D");
    private static final int RESULT_STATUS = 25;
    private static final int LONGEST = 64 * 1024;

    private final OrderNumbers numbers;
    private final PatientReading patients;

    ReportMessages(OrderNumbers numbers, PatientReading patients) {
        this.numbers = numbers;
        this.patients = patients;
    }

    /** One report of each accession number; what its orders say stands below each other. */
    List<OrderEvent> read(Hl7Message message, Instant sent) throws MessageProblem {
        PatientKey patient = PatientMessages.patient(message, patients).key();
        Map<String, List<Group>> byNumber = new LinkedHashMap<>();
        for (Group group : Group.orders(message)) {
            numbers.accession(group::values)
                    .ifPresent(number -> byNumber.computeIfAbsent(number, _ -> new ArrayList<>()).add(group));
        }
        if (byNumber.isEmpty()) {
            throw MessageProblem.wrong(Condition.FIELD_MISSING, Place.field("OBR", 18), Message.of("hl7.noNumber"));
        }
        List<OrderEvent> reports = new ArrayList<>();
        for (Map.Entry<String, List<Group>> each : byNumber.entrySet()) {
            report(each.getKey(), patient, each.getValue(), sent).ifPresent(reports::add);
        }
        return reports;
    }

    private static Optional<OrderEvent> report(String number, PatientKey patient, List<Group> groups, Instant sent)
            throws MessageProblem {
        Status status = status(groups);
        if (status == Status.WITHDRAWN) {
            return Optional.of(
                    new OrderEvent.Reported(new TextReport(number, patient, "", status, sent), List.of()));
        }
        String text = text(groups);
        List<ReportDocument> documents = ReportDocuments.of(groups);
        int elsewhere = ReportDocuments.elsewhere(groups);
        boolean saysNothing = text.isEmpty() && documents.isEmpty() && elsewhere == 0;
        return saysNothing ? Optional.empty()
                : Optional.of(new OrderEvent.Reported(
                        new TextReport(number, patient, text, status, sent, documents.size(), elsewhere), documents));
    }

    private static String text(List<Group> groups) {
        String whole = groups.stream()
                .flatMap(group -> group.all("OBX"))
                .filter(obx -> TEXTS.contains(obx.value(2)))
                .flatMap(obx -> Stream.of(obx.text(5)))
                .collect(Collectors.joining("\n"))
                .strip();
        return whole.length() <= LONGEST ? whole : whole.substring(0, LONGEST);
    }

    /** Of several the least certain. */
    private static Status status(List<Group> groups) {
        List<String> codes = groups.stream().map(group -> group.value("OBR", RESULT_STATUS)).toList();
        if (codes.stream().allMatch(WITHDRAWN::contains)) {
            return Status.WITHDRAWN;
        }
        return codes.stream().allMatch(FINAL::contains) ? Status.FINAL : Status.PRELIMINARY;
    }
}
