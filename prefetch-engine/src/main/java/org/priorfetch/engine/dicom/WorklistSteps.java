package org.priorfetch.engine.dicom;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;

/** Turns worklist responses into appointments: one per accession number, its procedure steps merged. */
final class WorklistSteps {

    private static final LocalTime UNTIMED = LocalTime.NOON;

    private final String worklist;
    private final ZoneId zone;

    WorklistSteps(String worklist, ZoneId zone) {
        this.worklist = worklist;
        this.zone = zone;
    }

    /** The appointments; steps without a date, or with nothing to tell them apart, cannot be followed and are left out. */
    Collection<WorklistItem> merge(List<Attributes> responses) {
        Map<String, WorklistItem> merged = new LinkedHashMap<>();
        for (Attributes response : responses) {
            item(response).ifPresent(item -> merged.merge(item.appointmentId(), item, WorklistSteps::join));
        }
        return merged.values();
    }

    private Optional<WorklistItem> item(Attributes response) {
        Attributes step = Optional.ofNullable(response.getNestedDataset(Tag.ScheduledProcedureStepSequence))
                .orElseGet(Attributes::new);
        String accession = DatasetValues.text(response, Tag.AccessionNumber);
        String studyUid = DatasetValues.textOrNull(response, Tag.StudyInstanceUID);
        Instant start = start(step);
        if (start == null || (accession.isEmpty() && studyUid == null)) {
            return Optional.empty();
        }
        return Optional.of(new WorklistItem(accession, studyUid, DatasetValues.patient(response),
                DatasetValues.texts(step, Tag.Modality), procedure(response, step), "", start,
                Urgency.of(response.getString(Tag.RequestedProcedurePriority)), worklist,
                DatasetValues.text(step, Tag.ScheduledStationName),
                DatasetValues.text(step, Tag.ScheduledProcedureStepLocation),
                DatasetValues.text(step, Tag.ScheduledPerformingPhysicianName),
                DatasetValues.traits(response)));
    }

    private @Nullable Instant start(Attributes step) {
        LocalDate date = DatasetValues.date(step, Tag.ScheduledProcedureStepStartDate);
        LocalTime time = DatasetValues.time(step, Tag.ScheduledProcedureStepStartTime);
        return date == null ? null : date.atTime(time == null ? UNTIMED : time).atZone(zone).toInstant();
    }

    private static String procedure(Attributes response, Attributes step) {
        return joinTexts(DatasetValues.text(response, Tag.RequestedProcedureDescription),
                DatasetValues.text(step, Tag.ScheduledProcedureStepDescription));
    }

    private static WorklistItem join(WorklistItem a, WorklistItem b) {
        SortedSet<String> modalities = new TreeSet<>(a.modalities());
        modalities.addAll(b.modalities());
        Instant start = a.scheduledStart().isBefore(b.scheduledStart()) ? a.scheduledStart() : b.scheduledStart();
        Urgency urgency = a.urgency().compareTo(b.urgency()) <= 0 ? a.urgency() : b.urgency();
        return new WorklistItem(a.accessionNumber(), a.studyInstanceUid(), a.patient(), modalities,
                joinTexts(a.requestedProcedureDescription(), b.requestedProcedureDescription()),
                a.bodyPartExamined(), start, urgency, a.worklist(), joinTexts(a.stationName(), b.stationName()),
                joinTexts(a.location(), b.location()), first(a.performingPhysician(), b.performingPhysician()),
                a.traits().equals(PatientTraits.NONE) ? b.traits() : a.traits());
    }

    private static String first(String a, String b) {
        return a.isEmpty() ? b : a;
    }

    private static String joinTexts(String a, String b) {
        if (b.isEmpty() || a.contains(b)) {
            return a;
        }
        return a.isEmpty() || b.contains(a) ? b : a + " / " + b;
    }
}
