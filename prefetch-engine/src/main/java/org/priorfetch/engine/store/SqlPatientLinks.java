package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientLink;
import org.priorfetch.engine.port.PatientLinkRepository;

/** Merged and linked patient IDs. An issuer that was not named is the empty text here, so that it can be part of a key. */
record SqlPatientLinks(Database database) implements PatientLinkRepository {

    private static final Table LINK = new Table("patient_link", "one_patient_id", "one_issuer_of_patient_id",
            "other_patient_id", "other_issuer_of_patient_id");

    @Override
    public List<PatientLink> all() {
        return database.read(handle -> handle.createQuery("SELECT * FROM patient_link ORDER BY linked_at")
                .map((row, _) -> link(row))
                .list());
    }

    @Override
    public void save(PatientLink link) {
        database.write(handle -> LINK.save(handle, keys(link).setInstant("linked_at", link.at())));
    }

    @Override
    public void remove(PatientLink link) {
        database.write(handle -> keys(link).bindTo(handle.createUpdate(
                """
                        DELETE FROM patient_link
                        WHERE one_patient_id = :one_patient_id AND one_issuer_of_patient_id = :one_issuer_of_patient_id
                        AND other_patient_id = :other_patient_id AND other_issuer_of_patient_id = :other_issuer_of_patient_id"""))
                .execute());
    }

    private static Row keys(PatientLink link) {
        return new Row().set("one_patient_id", link.one().patientId())
                .set("one_issuer_of_patient_id", named(link.one().issuerOfPatientId()))
                .set("other_patient_id", link.other().patientId())
                .set("other_issuer_of_patient_id", named(link.other().issuerOfPatientId()));
    }

    private static String named(@Nullable String issuer) {
        return issuer == null ? "" : issuer;
    }

    private static PatientLink link(ResultSet row) throws SQLException {
        return new PatientLink(key(row, "one_"), key(row, "other_"), Columns.instant(row, "linked_at"));
    }

    private static PatientKey key(ResultSet row, String prefix) throws SQLException {
        String issuer = row.getString(prefix + "issuer_of_patient_id");
        return new PatientKey(row.getString(prefix + "patient_id"), issuer.isEmpty() ? null : issuer);
    }
}
