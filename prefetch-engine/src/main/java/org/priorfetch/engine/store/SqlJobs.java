package org.priorfetch.engine.store;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.DeliveredInstance;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.JobSearch;

/** Transfer jobs. Ended ones stay as history. */
record SqlJobs(Database database, DeliveredMarks marks) implements JobRepository {

    static final String MEAN_BYTES = """
            SELECT modalities, SUM(bytes) / SUM(delivered) AS mean_bytes FROM transfer_job
            WHERE state = 'COMPLETE' AND bytes > 0 AND delivered > 0 GROUP BY modalities""";
    static final String OPEN = "SELECT * FROM transfer_job WHERE state IN (<states>) ORDER BY id";
    static final String RECENT = "SELECT * FROM transfer_job ORDER BY updated DESC, id DESC FETCH FIRST :limit ROWS ONLY";
    static final List<String> OPEN_STATES = Arrays.stream(TransferState.values())
            .filter(state -> !state.isTerminal())
            .map(TransferState::name)
            .toList();

    private static final String DELIVERED_OF = """
            SELECT job.source, mark.sop_instance_uid, mark.sop_class_uid, mark.series_instance_uid, mark.bytes
            FROM transfer_job job JOIN delivered_instance mark ON mark.job_id = job.id
            WHERE job.study_instance_uid = :study
            ORDER BY mark.series_instance_uid, mark.sop_instance_uid, job.id""";

    private static final String TROUBLED = """
            SELECT * FROM transfer_job job WHERE state IN (<states>) AND NOT EXISTS (
                SELECT 1 FROM transfer_job later
                WHERE later.study_instance_uid = job.study_instance_uid AND later.id > job.id
                    AND later.series_instance_uids IN ('[]', job.series_instance_uids)
                    AND later.target_patient_id IS NOT DISTINCT FROM job.target_patient_id
                    AND later.target_issuer_of_patient_id IS NOT DISTINCT FROM job.target_issuer_of_patient_id
                    AND later.target_patient_name IS NOT DISTINCT FROM job.target_patient_name
                    AND later.target_patient_birth_date IS NOT DISTINCT FROM job.target_patient_birth_date
                    AND later.target_patient_sex IS NOT DISTINCT FROM job.target_patient_sex)
            ORDER BY id DESC FETCH FIRST :limit ROWS ONLY""";
    private static final String LAST_OF = """
            SELECT * FROM transfer_job WHERE study_instance_uid = :study AND series_instance_uids = '[]'
            ORDER BY id DESC FETCH FIRST 1 ROW ONLY""";
    private static final List<String> TROUBLED_STATES = Arrays.stream(TransferState.values())
            .filter(TransferState::isTrouble)
            .map(TransferState::name)
            .toList();

    private static final Table CHANGES = new Table("noted_change", "job_id");
    private static final Table TWICE = new Table("carried_twice", "job_id");
    private static final Table JOB = new Table("transfer_job", "id");
    private static final NewestFirst HISTORY = new NewestFirst("transfer_job", "updated");

    @Override
    public TransferJob add(TransferJob job) {
        return job.withId(database.change(handle -> JOB.insertForId(handle, JobRow.of(job))));
    }

    /** @throws IllegalArgumentException when the job was never added */
    @Override
    public void save(TransferJob job) {
        marks.flush();
        if (!database.change(handle -> JOB.update(handle, JobRow.of(job).set("id", job.id())))) {
            throw new IllegalArgumentException("there is no transfer job " + job.id());
        }
    }

    @Override
    public Optional<TransferJob> find(long id) {
        return jobs(handle -> handle.createQuery("SELECT * FROM transfer_job WHERE id = :id").bind("id", id)).stream()
                .findFirst();
    }

    @Override
    public List<TransferJob> open() {
        return asTheyStand(jobs(handle -> handle.createQuery(OPEN).bindList("states", OPEN_STATES)));
    }

    @Override
    public List<TransferJob> ofAppointment(String appointmentId) {
        return jobs(handle -> handle
                .createQuery("SELECT * FROM transfer_job WHERE appointment_id = :appointment ORDER BY id DESC")
                .bind("appointment", appointmentId));
    }

    @Override
    public List<TransferJob> recent(int limit) {
        return asTheyStand(jobs(handle -> handle.createQuery(RECENT).bind("limit", limit)));
    }

    @Override
    public List<TransferJob> ended(JobSearch search, int offset, int limit) {
        Conditions conditions = conditions(search);
        return jobs(handle -> HISTORY.page(handle, conditions, offset, limit));
    }

    @Override
    public long countEnded(JobSearch search) {
        Conditions conditions = conditions(search);
        return database.read(handle -> HISTORY.count(handle, conditions));
    }

    static Conditions conditions(JobSearch search) {
        return new Conditions().noneOf("state", notWanted(search))
                .equal("source", search.source())
                .within("updated", search.from(), search.to())
                .words("search_text", search.text());
    }

    private static List<String> notWanted(JobSearch search) {
        Set<TransferState> wanted = search.state() == null ? EnumSet.allOf(TransferState.class)
                : EnumSet.of(search.state());
        return Arrays.stream(TransferState.values())
                .filter(state -> !state.isTerminal() || !wanted.contains(state))
                .map(TransferState::name)
                .toList();
    }

    @Override
    public List<TransferJob> troubled(int limit) {
        return jobs(handle -> handle.createQuery(TROUBLED).bindList("states", TROUBLED_STATES).bind("limit", limit));
    }

    @Override
    public Optional<TransferJob> lastOf(String studyInstanceUid) {
        return jobs(handle -> handle.createQuery(LAST_OF).bind("study", studyInstanceUid)).stream().findFirst();
    }

    @Override
    public List<TransferJob> ofFoundPatient(String source, String patientId) {
        return jobs(handle -> handle.createQuery("""
                SELECT * FROM transfer_job WHERE patient_id = :patient AND source = :source ORDER BY id""")
                .bind("patient", patientId)
                .bind("source", source));
    }

    private List<TransferJob> jobs(Function<Handle, Query> query) {
        return database.read(handle -> query.apply(handle).map((row, _) -> JobRow.job(row)).list());
    }

    private List<TransferJob> asTheyStand(List<TransferJob> jobs) {
        return jobs.stream().map(this::asItStands).toList();
    }

    /** What a job that is under way has reached is stored when its try ends, which a program that was killed did not live to see. */
    private TransferJob asItStands(TransferJob job) {
        return job.state().isUnderWay()
                ? job.withProgress(job.expected(), Math.max(job.delivered(), delivered(job.id()).size()),
                        Math.max(job.bytes(), deliveredBytes(job.id())), job.updated())
                : job;
    }

    @Override
    public void markDelivered(long jobId, InstanceRef instance, long bytes) {
        marks.add(new DeliveredMarks.Mark(jobId, instance, bytes));
    }

    @Override
    public Map<String, Long> meanImageBytes() {
        Map<String, Long> means = new HashMap<>();
        database.read(handle -> handle.createQuery(MEAN_BYTES)
                .map((row, _) -> Map.entry(Columns.texts(row, "modalities"), row.getLong("mean_bytes")))
                .list())
                .stream()
                .filter(mean -> mean.getKey().size() == 1)
                .forEach(mean -> means.put(mean.getKey().first(), mean.getValue()));
        return means;
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
    public long deliveredBytes(long jobId) {
        marks.flush();
        return database.read(handle -> handle
                .createQuery("SELECT COALESCE(SUM(bytes), 0) FROM delivered_instance WHERE job_id = :id")
                .bind("id", jobId)
                .mapTo(Long.class)
                .one());
    }

    @Override
    public List<DeliveredInstance> deliveredOf(String studyInstanceUid) {
        marks.flush();
        return database.read(handle -> handle.createQuery(DELIVERED_OF)
                .bind("study", studyInstanceUid)
                .map((row, _) -> new DeliveredInstance(row.getString("source"),
                        new InstanceRef(row.getString("sop_instance_uid"), row.getString("sop_class_uid"),
                                row.getString("series_instance_uid")),
                        row.getLong("bytes")))
                .list());
    }

    @Override
    public long unmarkDelivered(long jobId, Set<String> sopInstanceUids) {
        marks.flush();
        return marks.remove(jobId, sopInstanceUids);
    }

    @Override
    public void noteChanges(long jobId, List<AttributeChange> changes) {
        database.write(handle -> CHANGES.save(handle,
                new Row().set("job_id", jobId).set("changes", Json.ofChanges(changes))));
    }

    @Override
    public List<AttributeChange> notedChanges(long jobId) {
        return database.read(handle -> handle.createQuery("SELECT changes FROM noted_change WHERE job_id = :id")
                .bind("id", jobId)
                .mapTo(String.class)
                .findOne()).map(Json::toChanges).orElse(List.of());
    }

    @Override
    public void addCarriedTwice(long jobId, long bytes) {
        database.write(handle -> {
            int known = handle.createUpdate("UPDATE carried_twice SET bytes = bytes + :bytes WHERE job_id = :id")
                    .bind("bytes", bytes)
                    .bind("id", jobId)
                    .execute();
            if (known == 0) {
                TWICE.insert(handle, new Row().set("job_id", jobId).set("bytes", bytes));
            }
        });
    }

    @Override
    public Map<Long, Long> carriedTwice(int limit) {
        return database.read(handle -> handle
                .createQuery("SELECT * FROM carried_twice ORDER BY job_id DESC FETCH FIRST :limit ROWS ONLY")
                .bind("limit", limit)
                .map((row, _) -> Map.entry(row.getLong("job_id"), row.getLong("bytes")))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }
}
