package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.Delivered;
import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.DeliverySearch;
import org.priorfetch.engine.port.LedgerRepository;

/** What was put into the PACS. */
record SqlLedger(Database database) implements LedgerRepository {

    static final String BETWEEN = """
            SELECT * FROM ledger_entry WHERE recorded >= :from AND recorded < :to ORDER BY recorded, id""";

    private static final Table LEDGER = new Table("ledger_entry", "id");
    private static final NewestFirst HISTORY = new NewestFirst("ledger_entry", "recorded");

    @Override
    public void append(LedgerEntry entry) {
        database.write(handle -> LEDGER.insert(handle, row(entry)));
    }

    @Override
    public List<LedgerEntry> between(Instant from, Instant to) {
        return database.read(handle -> handle.createQuery(BETWEEN)
                .bind("from", Columns.ofInstant(from))
                .bind("to", Columns.ofInstant(to))
                .map((row, _) -> entry(row))
                .list());
    }

    @Override
    public List<Delivered> find(DeliverySearch search, int offset, int limit) {
        Conditions conditions = conditions(search);
        return database.read(handle -> HISTORY.page(handle, conditions, offset, limit)
                .map((row, _) -> new Delivered(row.getLong("id"), entry(row)))
                .list());
    }

    @Override
    public long count(DeliverySearch search) {
        Conditions conditions = conditions(search);
        return database.read(handle -> HISTORY.count(handle, conditions));
    }

    static Conditions conditions(DeliverySearch search) {
        return new Conditions().equal("source", search.source())
                .equal("patient_id", search.patientId())
                .within("recorded", search.from(), search.to())
                .words("search_text", search.text());
    }

    private static Row row(LedgerEntry entry) {
        return new Row().setInstant("recorded", entry.at())
                .set("study_instance_uid", entry.studyInstanceUid())
                .set("source", entry.source())
                .set("appointment_id", entry.appointmentId())
                .set("patient_id", entry.patientId())
                .set("instances", entry.instances())
                .set("bytes", entry.bytes())
                .setConstant("outcome", entry.outcome())
                .setTexts("changed_attributes", entry.changedAttributes())
                .set("changes", Json.ofChanges(entry.changes()))
                .set("millis", entry.took().toMillis())
                .set("by_archive", entry.byArchive())
                .set("bytes_twice", entry.bytesTwice())
                .set("search_text", Conditions.searchText(entry.appointmentId(), entry.patientId(),
                        entry.studyInstanceUid()));
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(Columns.instant(row, "recorded"), row.getString("study_instance_uid"),
                row.getString("source"), row.getString("appointment_id"), row.getString("patient_id"),
                row.getInt("instances"), row.getLong("bytes"), Columns.constant(row, "outcome", TransferState.class),
                changes(row), Duration.ofMillis(row.getLong("millis")), row.getBoolean("by_archive"),
                row.getLong("bytes_twice"));
    }

    /** Entries of earlier versions hold the attributes without their values. */
    private static List<AttributeChange> changes(ResultSet row) throws SQLException {
        List<AttributeChange> changes = Json.toChanges(row.getString("changes"));
        return changes.isEmpty()
                ? Json.toTexts(row.getString("changed_attributes")).stream().map(AttributeChange::of).toList()
                : changes;
    }
}
