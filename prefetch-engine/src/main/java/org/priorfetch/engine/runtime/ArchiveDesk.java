package org.priorfetch.engine.runtime;

import org.priorfetch.engine.api.ArchiveCommand;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;

/** Carries out what people ask about archives. */
final class ArchiveDesk {

    private final ArchiveSearches searches;
    private final PatientCheck patients;
    private final MediaShelf media;
    private final ImportPreviews previews;

    ArchiveDesk(EngineParts parts, AppointmentLookup lookup) {
        searches = new ArchiveSearches(parts.connections().archives(), new ArchiveSearches.Watch() {

            @Override
            public void answered(String archive) {
                parts.rests().answered(archive);
                parts.board().answered(archive);
            }

            @Override
            public void failed(String archive, Reason why) {
                parts.board().failed(archive, why);
            }
        });
        media = parts.connections().media();
        patients = new PatientCheck(parts);
        previews = new ImportPreviews(parts, lookup, patients);
    }

    Object carryOut(ArchiveCommand<?> command) throws CommandFailedException {
        return switch (command) {
            case ArchiveCommand.SearchArchive search -> searches.search(search);
            case ArchiveCommand.StopSearch stop -> searches.stop(stop.searchId());
            case ArchiveCommand.ListSeries(String source, String study) when source.equals(StudyRef.MEDIA) ->
                media.series(study);
            case ArchiveCommand.ListSeries list -> searches.series(list.source(), list.studyUid());
            case ArchiveCommand.JudgePatient judge -> patients.judge(judge);
            case ArchiveCommand.PreviewImport preview -> previews.preview(preview);
        };
    }
}
