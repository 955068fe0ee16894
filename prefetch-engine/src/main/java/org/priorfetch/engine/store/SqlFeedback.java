package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Examined;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.PriorFeedback;
import org.priorfetch.engine.model.PriorFeedback.Kind;
import org.priorfetch.engine.model.Side;
import org.priorfetch.engine.port.FeedbackRepository;

/** What people did with studies by hand, without the patients. */
record SqlFeedback(Database database) implements FeedbackRepository {

    private static final Table FEEDBACK = new Table("prior_feedback", "id");
    private static final Table DISMISSED = new Table("dismissed_suggestion", "id");

    @Override
    public void add(PriorFeedback feedback) {
        database.write(handle -> FEEDBACK.insert(handle, row(feedback)));
    }

    @Override
    public void takeBack(String appointmentId, String studyInstanceUid, Kind kind) {
        database.write(handle -> handle.createUpdate("""
                DELETE FROM prior_feedback
                WHERE appointment_id = :appointment AND study_instance_uid = :study AND kind = :kind""")
                .bind("appointment", appointmentId)
                .bind("study", studyInstanceUid)
                .bind("kind", kind.name())
                .execute());
    }

    @Override
    public List<PriorFeedback> since(Instant from) {
        return database.read(handle -> handle
                .createQuery("SELECT * FROM prior_feedback WHERE scheduled_start >= :from ORDER BY done_at, id")
                .bind("from", Columns.ofInstant(from))
                .map((row, _) -> feedback(row))
                .list());
    }

    @Override
    public List<PriorFeedback> of(String appointmentId) {
        return database.read(handle -> handle
                .createQuery("SELECT * FROM prior_feedback WHERE appointment_id = :appointment ORDER BY done_at, id")
                .bind("appointment", appointmentId)
                .map((row, _) -> feedback(row))
                .list());
    }

    @Override
    public Set<String> dismissed() {
        return database.read(handle -> Set.copyOf(
                handle.createQuery("SELECT id FROM dismissed_suggestion").mapTo(String.class).list()));
    }

    @Override
    public void dismiss(String suggestionId, String who, Instant at) {
        database.write(handle -> DISMISSED.save(handle,
                new Row().set("id", suggestionId).set("dismissed_by", who).setInstant("dismissed_at", at)));
    }

    @Override
    public void restore(String suggestionId) {
        database.write(handle -> handle.createUpdate("DELETE FROM dismissed_suggestion WHERE id = :id")
                .bind("id", suggestionId)
                .execute());
    }

    private static Row row(PriorFeedback feedback) {
        PriorCandidate study = feedback.candidate();
        return new Row().setInstant("done_at", feedback.at())
                .set("who", feedback.who())
                .setConstant("kind", feedback.kind())
                .set("appointment_id", feedback.appointmentId())
                .setInstant("scheduled_start", feedback.scheduledStart())
                .set("procedure_description", feedback.procedure())
                .setTexts("appointment_modalities", feedback.appointment().modalities())
                .setTexts("appointment_regions", names(feedback.appointment().regions()))
                .setConstant("appointment_side", feedback.appointment().side())
                .set("study_instance_uid", feedback.studyInstanceUid())
                .set("source", study.ref().source())
                .set("study_date", study.studyDate())
                .set("study_time", study.studyTime())
                .set("study_description", study.studyDescription())
                .setShown(study)
                .setTexts("regions", names(feedback.shown().regions()))
                .setConstant("side", feedback.shown().side())
                .set("taken", feedback.taken())
                .setReason("reason", feedback.reason());
    }

    private static List<String> names(Set<BodyRegion> regions) {
        return regions.stream().map(BodyRegion::name).toList();
    }

    private static PriorFeedback feedback(ResultSet row) throws SQLException {
        PriorCandidate study = Columns.anonymousCandidate(row);
        return new PriorFeedback(Columns.instant(row, "done_at"), row.getString("who"),
                Columns.constant(row, "kind", Kind.class), row.getString("appointment_id"),
                Columns.instant(row, "scheduled_start"), row.getString("procedure_description"),
                new Examined(Columns.texts(row, "appointment_modalities"), regions(row, "appointment_regions"),
                        Columns.constant(row, "appointment_side", Side.class)),
                study,
                new Examined(study.modalities(), regions(row, "regions"), Columns.constant(row, "side", Side.class)),
                row.getBoolean("taken"), Columns.reason(row, "reason"));
    }

    /** A region that a newer program knew is left out. */
    private static Set<BodyRegion> regions(ResultSet row, String column) throws SQLException {
        Set<String> names = Columns.texts(row, column);
        return Arrays.stream(BodyRegion.values())
                .filter(region -> names.contains(region.name()))
                .collect(Collectors.toSet());
    }
}
