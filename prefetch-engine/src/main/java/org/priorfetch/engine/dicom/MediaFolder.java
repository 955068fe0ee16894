package org.priorfetch.engine.dicom;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.UnreadableFile;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.InstanceReceiver;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.RetrieveRequest;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyQuery;
import org.priorfetch.engine.port.StudyRetriever;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The studies in a folder or on a disc, as an archive that can be asked. Nothing in the folder is changed. */
public final class MediaFolder implements StudyFinder, StudyRetriever {

    private static final Logger LOG = LoggerFactory.getLogger(MediaFolder.class);

    private final Path folder;
    private final Path bulkFolder;
    private final Map<String, MediaStudy> studies;
    private final List<UnreadableFile> unreadable;
    private final int otherFiles;

    MediaFolder(Path folder, Path bulkFolder, Collection<MediaFile> files, List<UnreadableFile> unreadable,
            int otherFiles) {
        this.folder = folder;
        this.bulkFolder = bulkFolder;
        this.unreadable = List.copyOf(unreadable);
        this.otherFiles = otherFiles;
        Map<String, List<MediaFile>> byStudy = new LinkedHashMap<>();
        files.forEach(
                file -> byStudy.computeIfAbsent(file.header().studyInstanceUid(), uid -> new ArrayList<>()).add(file));
        this.studies = new LinkedHashMap<>();
        byStudy.forEach((uid, ofStudy) -> studies.put(uid, new MediaStudy(ofStudy)));
    }

    /** In the order in which they were found. */
    public List<MediaStudy> studies() {
        return List.copyOf(studies.values());
    }

    public List<UnreadableFile> unreadable() {
        return unreadable;
    }

    /** Files that are no DICOM objects, such as a viewer's. */
    public int otherFiles() {
        return otherFiles;
    }

    public boolean holds(String studyInstanceUid) {
        return studies.containsKey(studyInstanceUid);
    }

    @Override
    public String name() {
        return StudyRef.MEDIA;
    }

    @Override
    public List<PriorCandidate> findStudies(StudyQuery query) {
        return studies.values()
                .stream()
                .map(MediaStudy::candidate)
                .filter(candidate -> switch (query) {
                    case StudyQuery.OfPatient(var key) ->
                        candidate.patient().key().patientId().equals(key.patientId());
                    case StudyQuery.OfPerson(var person) ->
                        person.birthDate().equals(candidate.patient().patientBirthDate());
                    case StudyQuery.ByUid(String uid) -> candidate.ref().studyInstanceUid().equals(uid);
                })
                .toList();
    }

    @Override
    public List<InstanceRef> findInstances(String studyInstanceUid) {
        MediaStudy study = studies.get(studyInstanceUid);
        return study == null ? List.of() : study.instances();
    }

    @Override
    public List<ArchiveSeries> findSeries(String studyInstanceUid) {
        MediaStudy study = studies.get(studyInstanceUid);
        return study == null ? List.of() : study.series();
    }

    /** An instance that cannot be read any more is left out, like one that an archive does not send. */
    @Override
    public void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation,
            SpentTime spent) throws PeerException {
        MediaStudy study = studies.get(request.studyInstanceUid());
        for (InstanceRef instance : request.instances()) {
            if (cancellation.isCancelled()) {
                throw new PeerException(name(), PeerException.Kind.CANCELLED, Message.of("dicom.cancelled", name()));
            }
            Path file = study == null ? null : study.file(instance.sopInstanceUid());
            if (file != null) {
                handOver(file, receiver);
            }
        }
    }

    private void handOver(Path file, InstanceReceiver receiver) throws PeerException {
        try {
            var _ = MediaFile.open(file, (dataSet, transferSyntax) -> {
                try (ArrivingInstance instance = ArrivingInstance.read(dataSet, transferSyntax, bulkFolder)) {
                    return receiver.receive(instance);
                }
            });
        } catch (IOException failure) {
            if (!folder.toFile().isDirectory()) {
                throw new PeerException(name(), PeerException.Kind.UNREACHABLE, Message.of("media.gone"), failure);
            }
            LOG.warn("A file of the disc cannot be read: {}", failure.getClass().getSimpleName());
        }
    }
}
