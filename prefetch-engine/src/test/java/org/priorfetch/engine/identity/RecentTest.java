package org.priorfetch.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentTest {

    private final List<String> thought = new ArrayList<>();
    private final Recent<String, String> recent = new Recent<>(question -> {
        thought.add(question);
        return "answer to " + question;
    });

    @Test
    void thinksOnceAboutWhatIsAskedAgain() {
        assertThat(recent.answer("who")).isEqualTo("answer to who");
        assertThat(recent.answer("who")).isEqualTo("answer to who");
        assertThat(thought).containsExactly("who");
    }

    /** "Aa" and "BB" have the same hash code, and so the same place. */
    @Test
    void givesNobodyTheAnswerToAnotherQuestion() {
        assertThat(recent.answer("Aa")).isEqualTo("answer to Aa");
        assertThat(recent.answer("BB")).isEqualTo("answer to BB");
        assertThat(recent.answer("Aa")).isEqualTo("answer to Aa");
        IntStream.range(0, 1000)
                .mapToObj(Integer::toString)
                .forEach(question -> assertThat(recent.answer(question)).isEqualTo("answer to " + question));
    }
}
