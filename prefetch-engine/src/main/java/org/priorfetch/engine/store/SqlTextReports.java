package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.TextReport;
import org.priorfetch.engine.port.TextReportRepository;

/** Reports as text. An issuer that was not named is the empty text here, so that it can be part of a key. */
record SqlTextReports(Database database) implements TextReportRepository {

    private static final Table REPORT = new Table("text_report", "accession_number", "patient_id",
            "issuer_of_patient_id");

    @Override
    public void save(TextReport report) {
        database.write(handle -> REPORT.save(handle,
                keys(report).set("content", report.text())
                        .setConstant("status", report.status())
                        .setInstant("stated_at", report.at())));
    }

    @Override
    public void remove(TextReport report) {
        database.write(handle -> keys(report).bindTo(handle.createUpdate("""
                DELETE FROM text_report WHERE accession_number = :accession_number AND patient_id = :patient_id
                AND issuer_of_patient_id = :issuer_of_patient_id""")).execute());
    }

    @Override
    public List<TextReport> of(String accessionNumber) {
        return database.read(handle -> handle
                .createQuery("SELECT * FROM text_report WHERE accession_number = :number ORDER BY stated_at DESC")
                .bind("number", accessionNumber)
                .map((row, _) -> report(row))
                .list());
    }

    private static Row keys(TextReport report) {
        String issuer = report.patient().issuerOfPatientId();
        return new Row().set("accession_number", report.accessionNumber())
                .set("patient_id", report.patient().patientId())
                .set("issuer_of_patient_id", issuer == null ? "" : issuer);
    }

    private static TextReport report(ResultSet row) throws SQLException {
        String issuer = row.getString("issuer_of_patient_id");
        return new TextReport(row.getString("accession_number"),
                new PatientKey(row.getString("patient_id"), issuer.isEmpty() ? null : issuer),
                row.getString("content"), Columns.constant(row, "status", TextReport.Status.class),
                Columns.instant(row, "stated_at"));
    }
}
