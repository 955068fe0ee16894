package org.priorfetch.engine.runtime;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.api.MediaView;
import org.priorfetch.engine.dicom.MediaFolder;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.ArchiveSearch;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.port.StudyRetriever;

/** The folders and discs that are open for import, as one archive. Guarded by itself. */
final class MediaShelf implements StudyFinder, StudyRetriever, AutoCloseable {

    private final Path bulkFolder;
    private final ArchiveSearch pacs;
    private final Map<Long, OpenedMedia> opened = new LinkedHashMap<>();
    /** Closed by people while transfers still needed them. */
    private final List<OpenedMedia> kept = new ArrayList<>();
    /** The studies of all transfers that still read from here, by transfer. */
    private final Map<Long, String> wanted = new HashMap<>();

    /** @param pacs tells what is there already */
    MediaShelf(Path bulkFolder, ArchiveSearch pacs) {
        this.bulkFolder = bulkFolder;
        this.pacs = pacs;
    }

    /**
     * Begins to look a folder through.
     *
     * @throws CommandFailedException when there is no such folder
     */
    MediaView open(String path) throws CommandFailedException {
        Path folder = Path.of(path);
        if (!Files.isDirectory(folder)) {
            throw new CommandFailedException(Message.of("media.noFolder", path));
        }
        OpenedMedia media = add(folder.toAbsolutePath().normalize());
        Thread.ofVirtual().name("media").start(() -> media.look(bulkFolder));
        return media.view();
    }

    private synchronized OpenedMedia add(Path folder) {
        long id = newId();
        OpenedMedia media = new OpenedMedia(id, folder, pacs);
        opened.put(id, media);
        return media;
    }

    /** Never one that an earlier shelf gave out: an old number must not name another disc. */
    private static long newId() {
        return ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
    }

    /** @throws CommandFailedException when it is not open any more */
    MediaView read(long id) throws CommandFailedException {
        return find(id).view();
    }

    /** The candidates of the studies, as far as the folder holds them. */
    List<PriorCandidate> candidates(long id, List<String> studyUids) throws CommandFailedException {
        MediaFolder contents = find(id).contents();
        if (contents == null) {
            throw new CommandFailedException(Message.of("media.stillLooking"));
        }
        return studyUids.stream()
                .flatMap(uid -> contents.findStudies(new StudyQuery.ByUid(uid)).stream())
                .toList();
    }

    /** Nobody looks at it any more; what was ordered of it can still be read. */
    synchronized boolean forget(long id) {
        OpenedMedia media = opened.remove(id);
        if (media != null) {
            kept.add(media);
            dropWhatNobodyNeeds();
        }
        return media != null;
    }

    /** Takes in what became of a transfer; what was forgotten meanwhile goes with the last that needs it. */
    synchronized void follow(TransferJob job) {
        if (!job.ref().source().equals(StudyRef.MEDIA)) {
            return;
        }
        if (job.state().isTerminal() && job.state() != TransferState.HELD) {
            wanted.remove(job.id());
            dropWhatNobodyNeeds();
        } else {
            wanted.put(job.id(), job.ref().studyInstanceUid());
        }
    }

    private void dropWhatNobodyNeeds() {
        List<OpenedMedia> unneeded = kept.stream().filter(media -> !isNeeded(media)).toList();
        unneeded.forEach(OpenedMedia::stop);
        kept.removeAll(unneeded);
    }

    private boolean isNeeded(OpenedMedia media) {
        MediaFolder contents = media.contents();
        return contents != null && wanted.values().stream().anyMatch(contents::holds);
    }

    private synchronized OpenedMedia find(long id) throws CommandFailedException {
        OpenedMedia media = opened.get(id);
        if (media == null) {
            throw new CommandFailedException(Message.of("media.notOpen"));
        }
        return media;
    }

    /** What was opened last first: a disc may lie where an earlier one lay. */
    private synchronized Stream<MediaFolder> contents() {
        List<OpenedMedia> all = new ArrayList<>(kept);
        all.addAll(opened.values());
        return all.reversed().stream().map(OpenedMedia::contents).filter(Objects::nonNull);
    }

    private Optional<MediaFolder> holding(String studyInstanceUid) {
        return contents().filter(folder -> folder.holds(studyInstanceUid)).findFirst();
    }

    @Override
    public String name() {
        return StudyRef.MEDIA;
    }

    @Override
    public List<PriorCandidate> findStudies(StudyQuery query) {
        return contents().flatMap(folder -> folder.findStudies(query).stream()).toList();
    }

    /** The series of a study; none when no open folder holds it. */
    List<ArchiveSeries> series(String studyInstanceUid) {
        return holding(studyInstanceUid).map(folder -> folder.findSeries(studyInstanceUid)).orElse(List.of());
    }

    @Override
    public List<InstanceRef> findInstances(String studyInstanceUid) {
        return holding(studyInstanceUid).map(folder -> folder.findInstances(studyInstanceUid)).orElse(List.of());
    }

    @Override
    public void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation,
            SpentTime spent) throws PeerException {
        MediaFolder folder = holding(request.studyInstanceUid()).orElseThrow(() -> new PeerException(name(),
                PeerException.Kind.UNREACHABLE, Message.of("media.notOpen")));
        folder.retrieve(request, receiver, cancellation, spent);
    }

    @Override
    public synchronized void close() {
        opened.values().forEach(OpenedMedia::stop);
        kept.forEach(OpenedMedia::stop);
    }
}
