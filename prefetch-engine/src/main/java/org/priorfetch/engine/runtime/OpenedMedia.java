package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.MediaStudyView;
import org.priorfetch.engine.api.MediaView;
import org.priorfetch.engine.dicom.MediaFolder;
import org.priorfetch.engine.dicom.MediaScan;
import org.priorfetch.engine.dicom.MediaStudy;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.UnreadableFile;
import org.priorfetch.engine.port.Cancellation;

/** One folder that is open for import, and how far it has been looked through. Guarded by itself. */
final class OpenedMedia {

    private final long id;
    private final Path folder;
    private final Cancellation cancellation = new Cancellation();
    private int lookedAt;
    private int ofAll;
    private @Nullable MediaFolder contents;
    private @Nullable Message failure;

    OpenedMedia(long id, Path folder) {
        this.id = id;
        this.folder = folder;
    }

    /** Looks the folder through. Takes as long as the disc takes. */
    void look(Path bulkFolder) {
        try {
            found(MediaScan.of(folder, bulkFolder, this::progressed, cancellation));
        } catch (IOException unlistable) {
            failed(Message.of("media.unreadableFolder", folder));
        } catch (RuntimeException defect) {
            failed(Message.of("runtime.defect"));
            throw defect;
        }
    }

    private synchronized void progressed(int files, int all) {
        lookedAt = files;
        ofAll = all;
    }

    private synchronized void found(MediaFolder found) {
        contents = found;
    }

    private synchronized void failed(Message why) {
        failure = why;
    }

    /** Null until it has been looked through. */
    synchronized @Nullable MediaFolder contents() {
        return contents;
    }

    void stop() {
        cancellation.cancel();
    }

    synchronized MediaView view() {
        boolean looking = contents == null && failure == null;
        List<MediaStudy> studies = contents == null ? List.of() : contents.studies();
        List<UnreadableFile> unreadable = contents == null ? List.of() : contents.unreadable();
        return new MediaView(id, folder.toString(), lookedAt, ofAll, looking,
                studies.stream().map(OpenedMedia::view).toList(),
                unreadable.stream().limit(MediaView.MOST_LISTED).toList(), unreadable.size(),
                contents == null ? 0 : contents.otherFiles(), failure);
    }

    private static MediaStudyView view(MediaStudy study) {
        PriorCandidate candidate = study.candidate();
        return new MediaStudyView(candidate.ref().studyInstanceUid(), candidate.patient(), study.mixesPatients(),
                candidate.accessionNumber(), candidate.studyDate(), candidate.studyDescription(),
                candidate.modalities(), candidate.instances(), study.bytes());
    }
}
