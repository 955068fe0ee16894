package org.priorfetch.app.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.ArchiveQuery;

class SearchHistoryTest {

    private final SearchHistory history = new SearchHistory();

    @Test
    void theNewestIsFirstAndEachIsThereOnce() {
        history.remember(query("A"));
        history.remember(query("B"));
        history.remember(query("A"));

        assertThat(history.queries()).containsExactly(query("A"), query("B"));
    }

    @Test
    void onlyTheLastTenAreRemembered() {
        IntStream.rangeClosed(1, 11).mapToObj(number -> query("P" + number)).forEach(history::remember);

        assertThat(history.queries()).hasSize(10).startsWith(query("P11")).endsWith(query("P2"));
    }

    @Test
    void goesOnWithThoseOfAnotherOne() {
        history.remember(query("A"));
        SearchHistory next = new SearchHistory();
        next.carryOn(history);
        history.remember(query("B"));

        assertThat(next.queries()).containsExactly(query("A"));
    }

    private static ArchiveQuery query(String patientId) {
        return new ArchiveQuery("", patientId, null, "", null, null, "", "");
    }
}
