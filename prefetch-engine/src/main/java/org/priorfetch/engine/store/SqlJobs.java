package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.port.JobRepository;

/** Transfer jobs. Ended ones stay as history. */
record SqlJobs(Database database, DeliveredMarks marks) implements JobRepository {

    static final String OPEN = "SELECT * FROM transfer_job WHERE state IN (<states>) ORDER BY id";
    static final String RECENT = "SELECT * FROM transfer_job ORDER BY updated DESC, id DESC FETCH FIRST :limit ROWS ONLY";
    static final List<String> OPEN_STATES = Arrays.stream(TransferState.values())
            .filter(state -> !state.isTerminal())
            .map(TransferState::name)
            .toList();

    private static final Table JOB = new Table("transfer_job", "id");

    @Override
    public TransferJob add(TransferJob job) {
        return job.withId(database.change(handle -> JOB.insertForId(handle, row(job))));
    }

    /** @throws IllegalArgumentException when the job was never added */
    @Override
    public void save(TransferJob job) {
        marks.flush();
        if (!database.change(handle -> JOB.update(handle, row(job).set("id", job.id())))) {
            throw new IllegalArgumentException("there is no transfer job " + job.id());
        }
    }

    @Override
    public Optional<TransferJob> find(long id) {
        return database.read(handle -> handle.createQuery("SELECT * FROM transfer_job WHERE id = :id")
                .bind("id", id)
                .map((row, _) -> job(row))
                .findOne());
    }

    @Override
    public List<TransferJob> open() {
        return database.read(handle -> handle.createQuery(OPEN)
                .bindList("states", OPEN_STATES)
                .map((row, _) -> job(row))
                .list());
    }

    @Override
    public List<TransferJob> ofAppointment(String appointmentId) {
        return database.read(handle -> handle
                .createQuery("SELECT * FROM transfer_job WHERE appointment_id = :appointment ORDER BY id DESC")
                .bind("appointment", appointmentId)
                .map((row, _) -> job(row))
                .list());
    }

    @Override
    public List<TransferJob> recent(int limit) {
        return database.read(
                handle -> handle.createQuery(RECENT).bind("limit", limit).map((row, _) -> job(row)).list());
    }

    @Override
    public void markDelivered(long jobId, InstanceRef instance, long bytes) {
        marks.add(new DeliveredMarks.Mark(jobId, instance, bytes));
    }

    @Override
    public Set<String> delivered(long jobId) {
        marks.flush();
        return database.read(
                handle -> handle.createQuery("SELECT sop_instance_uid FROM delivered_instance WHERE job_id = :id")
                        .bind("id", jobId)
                        .mapTo(String.class)
                        .set());
    }

    @Override
    public void unmarkDelivered(long jobId, Set<String> sopInstanceUids) {
        marks.flush();
        marks.remove(jobId, sopInstanceUids);
    }

    private static Row row(TransferJob job) {
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
                .setTexts("series_instance_uids", job.seriesUids().stream().sorted().toList());
    }

    private static TransferJob job(ResultSet row) throws SQLException {
        return new TransferJob(row.getLong("id"), row.getString("appointment_id"),
                Columns.patientOrNull(row, "target_"), Columns.candidate(row),
                Columns.constant(row, "urgency", Urgency.class), Columns.instant(row, "due"),
                Columns.constant(row, "state", TransferState.class), row.getInt("attempts"),
                Columns.instant(row, "not_before"), row.getInt("expected"), row.getInt("delivered"),
                row.getLong("bytes"), Columns.reasonOrNull(row, "reason"), Columns.instant(row, "updated"),
                Set.copyOf(Columns.texts(row, "series_instance_uids")));
    }
}
