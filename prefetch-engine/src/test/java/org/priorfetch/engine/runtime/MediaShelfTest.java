package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.CommandFailedException;
import org.priorfetch.engine.model.ArchiveQuery;
import org.priorfetch.engine.model.ArchiveSeries;
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
