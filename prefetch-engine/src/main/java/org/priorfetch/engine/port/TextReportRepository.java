package org.priorfetch.engine.port;

import java.util.List;

import org.priorfetch.engine.model.TextReport;

/** Reports that arrived as text: the latest of each patient and accession number. */
public interface TextReportRepository {

    void save(TextReport report);

    void remove(TextReport report);

    /** Those of all patients who have the number. */
    List<TextReport> of(String accessionNumber);
}
