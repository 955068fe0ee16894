package org.priorfetch.engine.dicom;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.StudyRef;

/** A study on a disc: its files, each instance once. */
public final class MediaStudy {

    private final PriorCandidate candidate;
    private final Map<String, MediaFile> files = new LinkedHashMap<>();

    MediaStudy(Collection<MediaFile> found) {
        found.forEach(file -> files.putIfAbsent(file.header().instance().sopInstanceUid(), file));
        MediaFile first = files.values().iterator().next();
        candidate = new PriorCandidate(new StudyRef(first.header().studyInstanceUid(), StudyRef.MEDIA),
                first.header().patient(), first.header().accessionNumber(), first.studyDate(), first.studyTime(),
                texts(MediaFile::studyDescription).stream().findFirst().orElse(""), texts(MediaFile::modality),
                texts(MediaFile::bodyPart), texts(MediaFile::seriesDescription), Set.of(), files.size(),
                PatientTraits.NONE);
    }

    private SortedSet<String> texts(Function<MediaFile, String> text) {
        return files.values()
                .stream()
                .map(text)
                .filter(value -> !value.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** As its first image describes it. */
    public PriorCandidate candidate() {
        return candidate;
    }

    /** Whether its images name different patients. */
    public boolean mixesPatients() {
        return files.values().stream().map(file -> file.header().patient()).distinct().count() > 1;
    }

    public long bytes() {
        return files.values().stream().mapToLong(MediaFile::bytes).sum();
    }

    List<InstanceRef> instances() {
        return files.values()
                .stream()
                .map(file -> file.header().instance())
                .collect(Collectors.groupingBy(InstanceRef::seriesInstanceUid, LinkedHashMap::new,
                        Collectors.toList()))
                .values()
                .stream()
                .flatMap(List::stream)
                .toList();
    }

    List<ArchiveSeries> series() {
        return files.values()
                .stream()
                .collect(Collectors.groupingBy(file -> file.header().instance().seriesInstanceUid(),
                        LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(series -> series(series.getKey(), series.getValue()))
                .toList();
    }

    private static ArchiveSeries series(String uid, List<MediaFile> files) {
        MediaFile first = files.getFirst();
        return new ArchiveSeries(uid, first.seriesNumber(), first.modality(), first.seriesDescription(),
                first.bodyPart(), files.size());
    }

    @Nullable
    Path file(String sopInstanceUid) {
        MediaFile file = files.get(sopInstanceUid);
        return file == null ? null : file.path();
    }
}
