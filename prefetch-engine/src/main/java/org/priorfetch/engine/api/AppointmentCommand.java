package org.priorfetch.engine.api;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.ReportDocument;
import org.priorfetch.engine.model.TextReport;

/** A command about an appointment and its priors. */
public sealed interface AppointmentCommand<R> extends EngineCommand<R> {

    /** What would be fetched, what not, and why; by patient ID or by accession number. Changes nothing. */
    record ExplainPriors(@Nullable String patientId, @Nullable String accession)
            implements AppointmentCommand<PriorsReport> {}

    /** Leave a prior where it is, for this appointment, until somebody wants it; its transfer ends unless others need it. */
    record SkipPrior(String appointmentId, String studyUid, @Nullable String because)
            implements AppointmentCommand<Boolean> {}

    /**
     * Fetch a candidate that is left where it is, could not be had, or was skipped; answers its transfer. Whose study it is
     * is judged as for any other.
     */
    record TakePrior(String appointmentId, String studyUid, String source) implements AppointmentCommand<Long> {}

    /** What was reported of a candidate, where a report of it came as a message. */
    record ReadPriorReport(String appointmentId, String studyUid) implements AppointmentCommand<PriorReportAnswer> {}

    /**
     * The report of a candidate.
     *
     * @param report null when none came
     */
    record PriorReportAnswer(@Nullable TextReport report) {}

    /**
     * A document of the report of a candidate.
     *
     * @param number counted from 1
     */
    record ReadReportDocument(String appointmentId, String studyUid, int number)
            implements AppointmentCommand<ReportDocumentAnswer> {}

    /**
     * A document of a report.
     *
     * @param document null when there is none any more
     */
    record ReportDocumentAnswer(@Nullable ReportDocument document) {}

    /** Keep an appointment, also after its time, or no longer. */
    record Pin(String appointmentId, boolean pinned) implements AppointmentCommand<Boolean> {}

    /** The transfers of an appointment go before all others that wait; answers how many. */
    record PutFirst(String appointmentId) implements AppointmentCommand<Integer> {}

    /**
     * Fetch what an appointment still lacks before all others and without waiting for a back-off, and ask again who did not
     * answer; answers how many transfers that makes. Hours do not bind them; other limits of a site hold.
     */
    record FetchNow(String appointmentId) implements AppointmentCommand<Integer> {}

    /** Ask all sources again for an appointment; answers whether it is known. */
    record QueryAgain(String appointmentId) implements AppointmentCommand<Boolean> {}

    /** Note that a person has opened a prior in the viewer; answers whether it is one of the appointment. */
    record NoteOpened(String appointmentId, String studyUid) implements AppointmentCommand<Boolean> {}
}
