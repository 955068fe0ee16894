package org.priorfetch.engine.runtime;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.identity.PatientLinks;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.ReportDocument;
import org.priorfetch.engine.model.TextReport;
import org.priorfetch.engine.model.TextReport.Status;
import org.priorfetch.engine.port.TextReportRepository;

/** Keeps the reports that arrive, and finds the one of a study. */
final class ReportShelf {

    private final TextReportRepository reports;
    private final SitePolicy policy;
    private final LinkBook links;
    private final @Nullable String pacsIssuer;

    ReportShelf(TextReportRepository reports, SitePolicy policy, LinkBook links, @Nullable String pacsIssuer) {
        this.reports = reports;
        this.policy = policy;
        this.links = links;
        this.pacsIssuer = pacsIssuer;
    }

    /** A draft that comes late does not replace what was signed. */
    synchronized void take(TextReport report, List<ReportDocument> documents) {
        if (report.status() == Status.WITHDRAWN) {
            reports.remove(report);
        } else if (report.status() == Status.FINAL || !isSigned(report)) {
            reports.save(report, documents);
        }
    }

    private boolean isSigned(TextReport report) {
        return reports.of(report.accessionNumber())
                .stream()
                .anyMatch(known -> known.patient().equals(report.patient()) && known.status() == Status.FINAL);
    }

    /** The report of the study with its accession number, of its patient under whichever ID; empty when there is none. */
    Optional<TextReport> of(PriorCandidate study) {
        PatientKey key = policy.named(study);
        if (key == null || study.accessionNumber().isEmpty()) {
            return Optional.empty();
        }
        List<PatientKey> ids = links.links().idsOf(key);
        return reports.of(study.accessionNumber())
                .stream()
                .filter(report -> ids.stream().anyMatch(id -> PatientLinks.mayBeOne(id, report.patient(), pacsIssuer)))
                .findFirst();
    }

    /** @param number counted from 1 */
    Optional<ReportDocument> document(PriorCandidate study, int number) {
        return of(study).flatMap(report -> reports.document(report, number));
    }
}
