package org.priorfetch.app.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {

    private static final Taste INITIAL = new Taste("vanilla", 1);

    @TempDir
    private Path home;

    record Taste(String ice, int scoops) {}

    @Test
    void whatIsSetIsThereAtTheNextStart() {
        set(new Taste("lemon", 2));

        assertThat(taste()).isEqualTo(new Taste("lemon", 2));
    }

    @Test
    void aSectionThatThisVersionDoesNotKnowIsKept() throws Exception {
        Files.writeString(home.resolve("desktop.json"), "{\"later\": {\"kept\": true}}");

        set(new Taste("lemon", 2));

        assertThat(Files.readString(home.resolve("desktop.json"))).contains("later", "kept", "lemon");
    }

    @Test
    void whatDoesNotFitIsReplacedByTheDefault() throws Exception {
        Files.writeString(home.resolve("desktop.json"), "{\"taste\": [1, 2]}");

        assertThat(taste()).isEqualTo(INITIAL);
    }

    @Test
    void anUnreadableFileIsNoReasonToFail() throws Exception {
        Files.writeString(home.resolve("desktop.json"), "{\"taste\": ");

        assertThat(taste()).isEqualTo(INITIAL);
    }

    @Test
    void nothingIsLeftBesideTheFile() throws Exception {
        set(new Taste("lemon", 2));

        try (var files = Files.list(home)) {
            assertThat(files).containsExactly(home.resolve("desktop.json"));
        }
    }

    private void set(Taste taste) {
        try (Profile profile = Profile.at(home)) {
            profile.section("taste", Taste.class, INITIAL).set(taste);
        }
    }

    private Taste taste() {
        try (Profile profile = Profile.at(home)) {
            return profile.section("taste", Taste.class, INITIAL).get();
        }
    }
}
