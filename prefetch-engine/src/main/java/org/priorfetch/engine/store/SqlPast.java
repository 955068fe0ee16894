package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.priorfetch.engine.model.PastAppointment;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.port.PastRepository;

/** Appointments of past days, without their patients. */
record SqlPast(Database database) implements PastRepository {

    private static final Table APPOINTMENT = new Table("past_appointment", "id");
    private static final Table CANDIDATE = new Table("past_candidate", "appointment_id", "study_instance_uid");

    @Override
    public void keep(PastAppointment past) {
        database.write(handle -> {
            APPOINTMENT.save(handle, row(past.item()));
            for (PriorCandidate candidate : past.candidates()) {
                CANDIDATE.save(handle, row(past.item().appointmentId(), candidate));
            }
        });
    }

    @Override
    public List<PastAppointment> since(Instant from) {
        return database.read(handle -> {
            Map<String, List<PriorCandidate>> candidates = new HashMap<>();
            handle.createQuery("""
                    SELECT c.* FROM past_candidate c JOIN past_appointment a ON a.id = c.appointment_id
                    WHERE a.scheduled_start >= :from ORDER BY c.appointment_id, c.study_instance_uid""")
                    .bind("from", Columns.ofInstant(from))
                    .map((row, _) -> Map.entry(row.getString("appointment_id"), Columns.anonymousCandidate(row)))
                    .forEach(found -> candidates.computeIfAbsent(found.getKey(), _ -> new ArrayList<>())
                            .add(found.getValue()));
            return handle.createQuery(
                    "SELECT * FROM past_appointment WHERE scheduled_start >= :from ORDER BY scheduled_start, id")
                    .bind("from", Columns.ofInstant(from))
                    .map((row, _) -> item(row))
                    .map(item -> new PastAppointment(item,
                            candidates.getOrDefault(item.appointmentId(), List.of())))
                    .list();
        });
    }

    private static Row row(WorklistItem item) {
        return new Row().set("id", item.appointmentId())
                .setTexts("modalities", item.modalities())
                .set("requested_procedure_description", item.requestedProcedureDescription())
                .set("body_part_examined", item.bodyPartExamined())
                .set("codes", CodesColumn.of(item.requestedProcedureCodes()))
                .setInstant("scheduled_start", item.scheduledStart());
    }

    private static WorklistItem item(ResultSet row) throws SQLException {
        return new WorklistItem(row.getString("id"), null, Patient.NOBODY, Columns.texts(row, "modalities"),
                row.getString("requested_procedure_description"), row.getString("body_part_examined"),
                Columns.instant(row, "scheduled_start"), Urgency.ROUTINE, "", "", "", "", PatientTraits.NONE,
                CodesColumn.codes(row.getString("codes")));
    }

    private static Row row(String appointmentId, PriorCandidate candidate) {
        return new Row().set("appointment_id", appointmentId)
                .set("study_instance_uid", candidate.ref().studyInstanceUid())
                .set("source", candidate.ref().source())
                .set("study_date", candidate.studyDate())
                .set("study_time", candidate.studyTime())
                .set("study_description", candidate.studyDescription())
                .setShown(candidate);
    }
}
