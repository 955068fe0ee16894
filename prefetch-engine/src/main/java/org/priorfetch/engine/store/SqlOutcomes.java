package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.AppointmentOutcome;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.port.OutcomeRepository;

/** Whether the priors of appointments were here in time. */
record SqlOutcomes(Database database) implements OutcomeRepository {

    private static final Table OUTCOME = new Table("appointment_outcome", "id");

    @Override
    public List<AppointmentOutcome> startingFrom(Instant from) {
        return database.read(handle -> handle
                .createQuery("SELECT * FROM appointment_outcome WHERE scheduled_start >= :from ORDER BY id")
                .bind("from", Columns.ofInstant(from))
                .map((row, _) -> outcome(row))
                .list());
    }

    @Override
    public void save(Collection<AppointmentOutcome> outcomes) {
        database.write(handle -> outcomes.forEach(outcome -> OUTCOME.save(handle, row(outcome))));
    }

    @Override
    public void remove(Collection<String> appointmentIds) {
        database.write(handle -> appointmentIds
                .forEach(id -> handle.execute("DELETE FROM appointment_outcome WHERE id = ?", id)));
    }

    private static Row row(AppointmentOutcome outcome) {
        return new Row().set("id", outcome.appointmentId())
                .set("modality", outcome.modality())
                .setInstant("scheduled_start", outcome.scheduledStart())
                .set("verdict_at_start", name(outcome.verdictAtStart()))
                .set("relevant", outcome.relevant())
                .set("here", outcome.here())
                .setInstant("ready_since", outcome.readySince())
                .set("verdict_at_end", name(outcome.verdictAtEnd()));
    }

    private static @Nullable String name(@Nullable ReadinessVerdict verdict) {
        return verdict == null ? null : verdict.name();
    }

    private static AppointmentOutcome outcome(ResultSet row) throws SQLException {
        return new AppointmentOutcome(row.getString("id"), row.getString("modality"),
                Columns.instant(row, "scheduled_start"), verdict(row, "verdict_at_start"), row.getInt("relevant"),
                row.getInt("here"), Columns.instantOrNull(row, "ready_since"), verdict(row, "verdict_at_end"));
    }

    private static @Nullable ReadinessVerdict verdict(ResultSet row, String column) throws SQLException {
        return row.getString(column) == null ? null : Columns.constant(row, column, ReadinessVerdict.class);
    }
}
