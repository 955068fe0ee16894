package org.priorfetch.engine.api;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.Patient;

/** A command about what the archives hold. Changes nothing there and nothing here. */
public sealed interface ArchiveCommand<R> extends EngineCommand<R> {

    /**
     * Search one archive, also one that rests after failures. Answered within 70 s with at most 200 studies; refused where
     * {@link ArchiveQuery#problem()} says why.
     *
     * @param searchId given by who asks, the same for all archives that are asked at once
     * @param source its name in {@code site.yaml}; {@code pacs} for the PACS
     */
    record SearchArchive(String searchId, String source, ArchiveQuery query) implements ArchiveCommand<ArchiveAnswer> {}

    /** Stop what runs under the search ID; answers whether there was anything. */
    record StopSearch(String searchId) implements ArchiveCommand<Boolean> {}

    /** The series of a study at an archive. */
    record ListSeries(String source, String studyUid) implements ArchiveCommand<List<ArchiveSeries>> {}

    /**
     * What an import of a study would change: one image of each series is retrieved, looked at and thrown away. Answered within
     * two minutes.
     *
     * @param forAccession of the appointment that it would be fetched for; null when it keeps its own identity
     */
    record PreviewImport(String source, String studyUid, @Nullable String forAccession)
            implements ArchiveCommand<ImportPreview> {}

    /**
     * What would become of the patient's studies if they were fetched.
     *
     * @param appointmentId for which they would be fetched; null when they keep their own identity
     */
    record JudgePatient(String source, Patient patient, @Nullable String appointmentId)
            implements ArchiveCommand<PatientJudgement> {}
}
