package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

import org.priorfetch.engine.model.LedgerEntry;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.LedgerRepository;

/** What was put into the PACS. */
record SqlLedger(Database database) implements LedgerRepository {

    static final String BETWEEN = """
            SELECT * FROM ledger_entry WHERE recorded >= :from AND recorded < :to ORDER BY recorded, id""";

    private static final Table LEDGER = new Table("ledger_entry", "id");

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

    private static Row row(LedgerEntry entry) {
        return new Row().setInstant("recorded", entry.at())
                .set("study_instance_uid", entry.studyInstanceUid())
                .set("source", entry.source())
                .set("appointment_id", entry.appointmentId())
                .set("patient_id", entry.patientId())
                .set("instances", entry.instances())
                .set("bytes", entry.bytes())
                .setConstant("outcome", entry.outcome())
                .setTexts("changed_attributes", entry.changedAttributes());
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        return new LedgerEntry(Columns.instant(row, "recorded"), row.getString("study_instance_uid"),
                row.getString("source"), row.getString("appointment_id"), row.getString("patient_id"),
                row.getInt("instances"), row.getLong("bytes"), Columns.constant(row, "outcome", TransferState.class),
                Json.toTexts(row.getString("changed_attributes")));
    }
}
