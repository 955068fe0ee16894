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
            item(response).ifPresent(item -> merged.merge(item.appointmentId(), item, WorklistItem::joinedWith));
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
                DatasetValues.traits(response),
                DatasetValues.codes(response, Tag.RequestedProcedureCodeSequence)));
    }

    private @Nullable Instant start(Attributes step) {
        LocalDate date = DatasetValues.date(step, Tag.ScheduledProcedureStepStartDate);
        LocalTime time = DatasetValues.time(step, Tag.ScheduledProcedureStepStartTime);
        return date == null ? null : date.atTime(time == null ? UNTIMED : time).atZone(zone).toInstant();
    }

    private static String procedure(Attributes response, Attributes step) {
        return WorklistItem.joined(DatasetValues.text(response, Tag.RequestedProcedureDescription),
                DatasetValues.text(step, Tag.ScheduledProcedureStepDescription));
    }
}
