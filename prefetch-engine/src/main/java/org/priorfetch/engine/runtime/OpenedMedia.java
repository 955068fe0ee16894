package org.priorfetch.engine.runtime;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.api.MediaStudyView;
import org.priorfetch.engine.api.MediaView;
import org.priorfetch.engine.api.Presence;
import org.priorfetch.engine.dicom.MediaFolder;
import org.priorfetch.engine.dicom.MediaScan;
import org.priorfetch.engine.dicom.MediaStudy;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.UnreadableFile;
import org.priorfetch.engine.port.ArchiveSearch;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.PeerException;

/** One folder that is open for import, and how far it has been looked through. Guarded by itself. */
final class OpenedMedia {

    private final long id;
    private final Path folder;
    private final ArchiveSearch pacs;
    private final Cancellation cancellation = new Cancellation();
    private int lookedAt;
    private int ofAll;
    private @Nullable MediaFolder contents;
    private @Nullable Map<String, Integer> held;
    private @Nullable Message failure;

    OpenedMedia(long id, Path folder, ArchiveSearch pacs) {
        this.id = id;
        this.folder = folder;
        this.pacs = pacs;
    }

    /** Looks the folder through. Takes as long as the disc takes. */
    void look(Path bulkFolder) {
        try {
            MediaFolder found = MediaScan.of(folder, bulkFolder, this::progressed, cancellation);
            found(found, heldByPacs(found));
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

    /** How many images of each study the PACS holds; null when it does not say. */
    private @Nullable Map<String, Integer> heldByPacs(MediaFolder found) {
        try {
            return pacs.held(found.studies()
                    .stream()
                    .map(study -> study.candidate().ref().studyInstanceUid())
                    .collect(Collectors.toSet()));
        } catch (PeerException notTold) {
            return null;
        }
    }

    private synchronized void found(MediaFolder found, @Nullable Map<String, Integer> heldByPacs) {
        contents = found;
        held = heldByPacs;
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
                studies.stream().map(this::view).toList(),
                unreadable.stream().limit(MediaView.MOST_LISTED).toList(), unreadable.size(),
                contents == null ? 0 : contents.otherFiles(), failure);
    }

    private Presence presence(PriorCandidate candidate) {
        return held == null ? Presence.UNKNOWN
                : Presence.byCount(candidate.instances(), held.get(candidate.ref().studyInstanceUid()));
    }

    private MediaStudyView view(MediaStudy study) {
        PriorCandidate candidate = study.candidate();
        return new MediaStudyView(candidate.ref().studyInstanceUid(), candidate.patient(), study.mixesPatients(),
                candidate.accessionNumber(), candidate.studyDate(), candidate.studyDescription(),
                candidate.modalities(), candidate.instances(), study.bytes(), presence(candidate));
    }
}
