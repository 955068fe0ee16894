package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;

import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;

/** A transfer job as a row of its table. */
final class JobRow {

    private JobRow() {}

    /** Without its ID, which the database gives. */
    static Row of(TransferJob job) {
        return new Row().set("appointment_id", job.appointmentId())
                .setPatient("target_", job.patient())
                .setCandidate(job.candidate())
                .setConstant("urgency", job.urgency())
                .setInstant("due", job.due())
                .setConstant("state", job.state())
                .set("attempts", job.attempts())
                .setInstant("not_before", job.notBefore())
                .set("expected", job.expected())
                .set("delivered", job.delivered())
                .set("bytes", job.bytes())
                .setReason("reason", job.reason())
                .setInstant("updated", job.updated())
                .setTexts("series_instance_uids", job.seriesUids().stream().sorted().toList())
                .set("search_text", searchText(job));
    }

    private static String searchText(TransferJob job) {
        PriorCandidate candidate = job.candidate();
        Patient target = job.patient();
        return Conditions.searchText(job.appointmentId(), candidate.accessionNumber(),
                target == null ? "" : target.key().patientId(), candidate.patient().key().patientId(),
                candidate.ref().studyInstanceUid(), candidate.studyDescription());
    }

    static TransferJob job(ResultSet row) throws SQLException {
        return new TransferJob(row.getLong("id"), row.getString("appointment_id"),
                Columns.patientOrNull(row, "target_"), Columns.candidate(row),
                Columns.constant(row, "urgency", Urgency.class), Columns.instant(row, "due"),
                Columns.constant(row, "state", TransferState.class), row.getInt("attempts"),
                Columns.instant(row, "not_before"), row.getInt("expected"), row.getInt("delivered"),
                row.getLong("bytes"), Columns.reasonOrNull(row, "reason"), Columns.instant(row, "updated"),
                Set.copyOf(Columns.texts(row, "series_instance_uids")));
    }
}
