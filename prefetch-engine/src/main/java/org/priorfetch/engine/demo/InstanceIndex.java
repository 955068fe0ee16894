package org.priorfetch.engine.demo;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.aoju.bus.image.Tag;
import org.aoju.bus.image.galaxy.data.Attributes;

/** What an archive holds. What it took lately may stay unseen for a while. All access is under its own lock. */
final class InstanceIndex {

    private final InstantSource clock;
    private final Map<String, Map<String, StoredInstance>> studies = new LinkedHashMap<>();
    private final List<Late> late = new ArrayList<>();

    private record Late(StoredInstance instance, Instant visibleFrom) {}

    InstanceIndex(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void add(StoredInstance instance) {
        studies.computeIfAbsent(instance.studyInstanceUid(), uid -> new LinkedHashMap<>())
                .put(instance.sopInstanceUid(), instance);
    }

    synchronized void addLate(StoredInstance instance, Instant visibleFrom) {
        late.add(new Late(instance, visibleFrom));
    }

    synchronized void showAll() {
        show(Instant.MAX);
    }

    /** The matches of a C-FIND with all that the archive knows of them. */
    synchronized List<Attributes> find(QueryLevel level, Attributes keys) {
        show(clock.instant());
        KeyMatching matching = new KeyMatching(keys);
        return studies.entrySet()
                .stream()
                .filter(study -> matching.admits(Tag.StudyInstanceUID, study.getKey()))
                .flatMap(study -> MatchRecords.of(level, study.getValue().values()).stream())
                .filter(matching::matches)
                .toList();
    }

    /** The instances that a C-GET or C-MOVE means. */
    synchronized List<StoredInstance> select(Attributes keys) {
        show(clock.instant());
        KeyMatching matching = new KeyMatching(keys);
        return studies.entrySet()
                .stream()
                .filter(study -> matching.admits(Tag.StudyInstanceUID, study.getKey()))
                .flatMap(study -> study.getValue().values().stream())
                .filter(instance -> matching.admits(Tag.SeriesInstanceUID, instance.seriesInstanceUid()))
                .filter(instance -> matching.admits(Tag.SOPInstanceUID, instance.sopInstanceUid()))
                .toList();
    }

    /** SOP Instance UIDs of all instances, seen or still unseen. */
    synchronized Set<String> sopInstanceUids() {
        Set<String> uids = studies.values()
                .stream()
                .map(Map::keySet)
                .flatMap(Collection::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        late.forEach(entry -> uids.add(entry.instance().sopInstanceUid()));
        return uids;
    }

    synchronized Optional<StoredInstance> instance(String sopInstanceUid) {
        Optional<StoredInstance> unseen = late.stream()
                .map(Late::instance)
                .filter(instance -> instance.sopInstanceUid().equals(sopInstanceUid))
                .findFirst();
        return unseen.or(() -> studies.values()
                .stream()
                .flatMap(study -> study.values().stream())
                .filter(instance -> instance.sopInstanceUid().equals(sopInstanceUid))
                .findFirst());
    }

    private void show(Instant now) {
        late.removeIf(entry -> {
            boolean due = !entry.visibleFrom().isAfter(now);
            if (due) {
                add(entry.instance());
            }
            return due;
        });
    }
}
