package org.priorfetch.engine.port;

import java.util.List;
import java.util.Optional;

import org.priorfetch.engine.model.ReportDocument;
import org.priorfetch.engine.model.TextReport;

/** Reports that arrived as messages: the latest of each patient and accession number. */
public interface TextReportRepository {

    /** In place of what was said before. */
    void save(TextReport report, List<ReportDocument> documents);

    void remove(TextReport report);

    /** Those of all patients who have the number. */
    List<TextReport> of(String accessionNumber);

    /**
     * One of the documents of a report.
     *
     * @param number counted from 1
     */
    Optional<ReportDocument> document(TextReport report, int number);
}
