package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import org.jdbi.v3.core.Handle;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.ReportDocument;
import org.priorfetch.engine.model.TextReport;
import org.priorfetch.engine.port.TextReportRepository;

/** Reports and their documents. An issuer that was not named is the empty text here, so that it can be part of a key. */
record SqlTextReports(Database database) implements TextReportRepository {

    private static final Table REPORT = new Table("text_report", "accession_number", "patient_id",
            "issuer_of_patient_id");
    private static final Table DOCUMENT = new Table("report_document", "accession_number", "patient_id",
            "issuer_of_patient_id", "number");
    private static final String OF_REPORT = """
             WHERE accession_number = :accession_number AND patient_id = :patient_id
            AND issuer_of_patient_id = :issuer_of_patient_id""";

    @Override
    public void save(TextReport report, List<ReportDocument> documents) {
        database.write(handle -> {
            REPORT.save(handle,
                    keys(report).set("content", report.text())
                            .setConstant("status", report.status())
                            .setInstant("stated_at", report.at())
                            .set("documents", documents.size())
                            .set("elsewhere", report.elsewhere()));
            removeFrom(DOCUMENT, report, handle);
            for (int number = 1; number <= documents.size(); number++) {
                DOCUMENT.insert(handle,
                        keys(report).set("number", number)
                                .set("content", documents.get(number - 1).base64())
                                .setInstant("stated_at", report.at()));
            }
        });
    }

    @Override
    public void remove(TextReport report) {
        database.write(handle -> {
            removeFrom(DOCUMENT, report, handle);
            removeFrom(REPORT, report, handle);
        });
    }

    private static void removeFrom(Table table, TextReport report, Handle handle) {
        keys(report).bindTo(handle.createUpdate("DELETE FROM " + table.name() + OF_REPORT)).execute();
    }

    @Override
    public List<TextReport> of(String accessionNumber) {
        return database.read(handle -> handle
                .createQuery("SELECT * FROM text_report WHERE accession_number = :number ORDER BY stated_at DESC")
                .bind("number", accessionNumber)
                .map((row, _) -> report(row))
                .list());
    }

    @Override
    public Optional<ReportDocument> document(TextReport report, int number) {
        return database.read(handle -> handle.createQuery("""
                SELECT content FROM report_document WHERE accession_number = :accession AND patient_id = :patient
                AND issuer_of_patient_id = :issuer AND number = :number""")
                .bind("accession", report.accessionNumber())
                .bind("patient", report.patient().patientId())
                .bind("issuer", issuer(report))
                .bind("number", number)
                .map((row, _) -> new ReportDocument(row.getString("content")))
                .findOne());
    }

    private static Row keys(TextReport report) {
        return new Row().set("accession_number", report.accessionNumber())
                .set("patient_id", report.patient().patientId())
                .set("issuer_of_patient_id", issuer(report));
    }

    private static String issuer(TextReport report) {
        String issuer = report.patient().issuerOfPatientId();
        return issuer == null ? "" : issuer;
    }

    private static TextReport report(ResultSet row) throws SQLException {
        String issuer = row.getString("issuer_of_patient_id");
        return new TextReport(row.getString("accession_number"),
                new PatientKey(row.getString("patient_id"), issuer.isEmpty() ? null : issuer),
                row.getString("content"), Columns.constant(row, "status", TextReport.Status.class),
                Columns.instant(row, "stated_at"), row.getInt("documents"), row.getInt("elsewhere"));
    }
}
