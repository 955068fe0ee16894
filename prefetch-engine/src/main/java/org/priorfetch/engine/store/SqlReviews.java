package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.priorfetch.engine.model.PatientDecision;
import org.priorfetch.engine.model.SetAside;
import org.priorfetch.engine.port.ReviewRepository;

/** Decisions of people, and what they put off. */
record SqlReviews(Database database) implements ReviewRepository {

    private static final Table DECISION = new Table("patient_decision", "id");
    private static final Table SET_ASIDE = new Table("set_aside", "item_id");

    @Override
    public PatientDecision add(PatientDecision decision) {
        return decision.withId(database.change(handle -> DECISION.insertForId(handle, row(decision))));
    }

    @Override
    public List<PatientDecision> decisions() {
        return database.read(handle -> handle
                .createQuery("SELECT * FROM patient_decision WHERE withdrawn_at IS NULL ORDER BY id")
                .map((row, _) -> decision(row))
                .list());
    }

    @Override
    public void withdraw(long decisionId, String who, Instant at) {
        database.write(handle -> handle.createUpdate("""
                UPDATE patient_decision SET withdrawn_by = :who, withdrawn_at = :at
                WHERE id = :id AND withdrawn_at IS NULL""")
                .bind("who", who)
                .bind("at", Columns.ofInstant(at))
                .bind("id", decisionId)
                .execute());
    }

    @Override
    public List<SetAside> setAside() {
        return database.read(
                handle -> handle.createQuery("SELECT * FROM set_aside").map((row, _) -> setAside(row)).list());
    }

    @Override
    public void save(SetAside setAside) {
        database.write(handle -> SET_ASIDE.save(handle, new Row().set("item_id", setAside.itemId())
                .setInstant("ask_at", setAside.until())
                .set("put_by", setAside.who())
                .setInstant("put_at", setAside.at())
                .set("why", setAside.why())));
    }

    @Override
    public void remove(String itemId) {
        database.write(handle -> handle.createUpdate("DELETE FROM set_aside WHERE item_id = :id")
                .bind("id", itemId)
                .execute());
    }

    private static Row row(PatientDecision decision) {
        return new Row().setPatient("local_", decision.local())
                .set("source", decision.source())
                .setPatient("found_", decision.found())
                .setConstant("verdict", decision.verdict())
                .set("decided_by", decision.who())
                .setInstant("decided_at", decision.at())
                .set("why", decision.why())
                .setTexts("study_instance_uids", decision.studies().stream().sorted().toList());
    }

    private static PatientDecision decision(ResultSet row) throws SQLException {
        return new PatientDecision(row.getLong("id"), Columns.patient(row, "local_"), row.getString("source"),
                Columns.patient(row, "found_"), Columns.constant(row, "verdict", PatientDecision.Verdict.class),
                row.getString("decided_by"), Columns.instant(row, "decided_at"), row.getString("why"),
                Columns.texts(row, "study_instance_uids"));
    }

    private static SetAside setAside(ResultSet row) throws SQLException {
        return new SetAside(row.getString("item_id"), Columns.instantOrNull(row, "ask_at"), row.getString("put_by"),
                Columns.instant(row, "put_at"), row.getString("why"));
    }
}
