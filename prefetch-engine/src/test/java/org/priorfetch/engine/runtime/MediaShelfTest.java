package org.priorfetch.engine.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.priorfetch.engine.api.CommandFailedException;

class MediaShelfTest {

    @TempDir
    private Path place;

    @Test
    void aNumberFromBeforeNamesNoDiscOfTheNextShelf() throws Exception {
        Path first = Files.createDirectory(place.resolve("first"));
        Path second = Files.createDirectory(place.resolve("second"));
        long before;
        try (MediaShelf shelf = new MediaShelf(place)) {
            before = shelf.open(first.toString()).id();
            assertThat(shelf.read(before).path()).isEqualTo(first.toString());
        }
        try (MediaShelf shelf = new MediaShelf(place)) {
            long now = shelf.open(second.toString()).id();
            assertThat(now).isNotEqualTo(before);
            assertThatThrownBy(() -> shelf.read(before))
                    .isInstanceOfSatisfying(CommandFailedException.class,
                            refusal -> assertThat(refusal.explanation().key()).isEqualTo("media.notOpen"));
            assertThat(shelf.forget(before)).isFalse();
        }
    }
}
