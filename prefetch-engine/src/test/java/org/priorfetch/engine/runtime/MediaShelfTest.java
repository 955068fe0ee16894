package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.demo.SampleInstance;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.ArchiveSeries;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.port.ArchiveSearch;

class MediaShelfTest {

    @TempDir
    private Path place;

    @Test
    void aNumberFromBeforeNamesNoDiscOfTheNextShelf() throws Exception {
        Path first = Files.createDirectory(place.resolve("first"));
        Path second = Files.createDirectory(place.resolve("second"));
        long before;
        try (MediaShelf shelf = new MediaShelf(place, new EmptyPacs())) {
            before = shelf.open(first.toString()).id();
            assertThat(shelf.read(before).path()).isEqualTo(first.toString());
        }
        try (MediaShelf shelf = new MediaShelf(place, new EmptyPacs())) {
            long now = shelf.open(second.toString()).id();
            assertThat(now).isNotEqualTo(before);
            assertThatThrownBy(() -> shelf.read(before))
                    .isInstanceOfSatisfying(CommandFailedException.class,
                            refusal -> assertThat(refusal.explanation().key()).isEqualTo("media.notOpen"));
            assertThat(shelf.forget(before)).isFalse();
        }
    }

    @Test
    void whatWasOrderedOfADiscIsStillThereWhenItIsClosed() throws Exception {
        Path disc = disc("first", "2.25.11");
        try (MediaShelf shelf = new MediaShelf(place, new EmptyPacs())) {
            long id = looked(shelf, disc);
            shelf.follow(job(1, "2.25.1", TransferState.QUEUED));
            shelf.follow(job(2, "2.25.1", TransferState.RUNNING));

            assertThat(shelf.forget(id)).isTrue();

            assertThatThrownBy(() -> shelf.read(id)).isInstanceOf(CommandFailedException.class);
            assertThat(shelf.findInstances("2.25.1")).hasSize(1);
            shelf.follow(job(2, "2.25.1", TransferState.COMPLETE));
            assertThat(shelf.findInstances("2.25.1")).as("one is still to come").hasSize(1);
            shelf.follow(job(1, "2.25.1", TransferState.HELD));
            assertThat(shelf.findInstances("2.25.1")).as("a person may say yes").hasSize(1);
            shelf.follow(job(1, "2.25.1", TransferState.CANCELLED));
            assertThat(shelf.findInstances("2.25.1")).as("forgotten with the last").isEmpty();
        }
    }

    @Test
    void aDiscOfWhichNothingWasOrderedIsForgottenAtOnce() throws Exception {
        Path disc = disc("first", "2.25.11");
        try (MediaShelf shelf = new MediaShelf(place, new EmptyPacs())) {
            shelf.follow(job(1, "2.25.9", TransferState.QUEUED));
            shelf.follow(new TransferJob(2, "A1", RuntimeExamples.PATIENT, RuntimeExamples.candidate("2.25.1"),
                    Urgency.ROUTINE, RuntimeExamples.NOW, TransferState.QUEUED, 1, RuntimeExamples.NOW, 1, 0, 0, null,
                    RuntimeExamples.NOW));
            long id = looked(shelf, disc);

            shelf.forget(id);

            assertThat(shelf.findInstances("2.25.1")).isEmpty();
        }
    }

    @Test
    void whatWasOpenedLastIsAskedFirst() throws Exception {
        try (MediaShelf shelf = new MediaShelf(place, new EmptyPacs())) {
            long first = looked(shelf, disc("first", "2.25.11"));
            shelf.follow(job(1, "2.25.1", TransferState.QUEUED));
            shelf.forget(first);
            looked(shelf, disc("second", "2.25.12"));

            assertThat(shelf.findInstances("2.25.1")).extracting(InstanceRef::sopInstanceUid)
                    .containsExactly("2.25.12");
        }
    }

    private Path disc(String name, String sopInstanceUid) throws IOException {
        Path disc = Files.createDirectory(place.resolve(name));
        new SampleInstance(sopInstanceUid).write(disc);
        return disc;
    }

    private static long looked(MediaShelf shelf, Path disc) throws CommandFailedException {
        long id = shelf.open(disc.toString()).id();
        await().until(() -> !shelf.read(id).looking());
        return id;
    }

    private static TransferJob job(long id, String studyUid, TransferState state) {
        PriorCandidate study = RuntimeExamples.candidate(studyUid);
        PriorCandidate onDisc = new PriorCandidate(new StudyRef(studyUid, StudyRef.MEDIA), study.patient(),
                study.accessionNumber(), study.studyDate(), null, study.studyDescription(), study.modalities(),
                Set.of(), study.instances());
        return new TransferJob(id, "A1", RuntimeExamples.PATIENT, onDisc, Urgency.ROUTINE, RuntimeExamples.NOW, state,
                1, RuntimeExamples.NOW, 1, 0, 0, null, RuntimeExamples.NOW);
    }

    /** Holds nothing. */
    private static final class EmptyPacs implements ArchiveSearch {

        @Override
        public Found search(ArchiveQuery query, int most) {
            return new Found(List.of(), false);
        }

        @Override
        public Map<String, Integer> held(Set<String> studyInstanceUids) {
            return Map.of();
        }

        @Override
        public List<ArchiveSeries> series(String studyInstanceUid) {
            return List.of();
        }
    }
}
