package org.priorfetch.app.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ListChangeListener.Change;
import org.junit.jupiter.api.Test;

class KeyedRowsTest {

    private record Thing(String id, int size) {}

    private final List<String> presented = new ArrayList<>();
    private final KeyedRows<Thing, String> rows = new KeyedRows<>(Thing::id, this::present);

    @Test
    void keepsTheRowOfAKnownThing() {
        rows.update(List.of(new Thing("a", 1), new Thing("b", 1)));
        Row<Thing, String> a = rows.rows().getFirst();

        rows.update(List.of(new Thing("a", 2), new Thing("b", 1)));

        assertThat(rows.rows().getFirst()).isSameAs(a);
        assertThat(a.line()).isEqualTo("A2");
    }

    @Test
    void anUpdateInPlaceChangesNeitherTheListNorOtherRows() {
        rows.update(List.of(new Thing("a", 1), new Thing("b", 1), new Thing("c", 1)));
        List<Change<?>> changes = new ArrayList<>();
        rows.rows().addListener((Change<? extends Row<Thing, String>> change) -> changes.add(change));
        presented.clear();

        rows.update(List.of(new Thing("a", 1), new Thing("b", 2), new Thing("c", 1)));

        assertThat(changes).isEmpty();
        assertThat(presented).containsExactly("B2");
    }

    @Test
    void followsWhatComesAndGoes() {
        rows.update(List.of(new Thing("a", 1), new Thing("b", 1)));
        rows.update(List.of(new Thing("c", 1), new Thing("b", 1), new Thing("d", 1)));
        assertThat(lines()).containsExactly("C1", "B1", "D1");

        rows.update(List.of());
        assertThat(lines()).isEmpty();
    }

    @Test
    void aNewOrderMovesRowsWithoutReplacingThem() {
        rows.update(List.of(new Thing("a", 1), new Thing("b", 1), new Thing("c", 1)));
        List<Row<Thing, String>> before = List.copyOf(rows.rows());
        List<Boolean> permutations = new ArrayList<>();
        rows.rows().addListener((Change<? extends Row<Thing, String>> change) -> {
            while (change.next()) {
                permutations.add(change.wasPermutated());
            }
        });

        rows.update(List.of(new Thing("c", 1), new Thing("a", 1), new Thing("b", 1)));

        assertThat(lines()).containsExactly("C1", "A1", "B1");
        assertThat(rows.rows()).containsExactlyInAnyOrderElementsOf(before);
        assertThat(permutations).containsExactly(true);
    }

    @Test
    void theSecondOfTwoThingsWithOneKeyReplacesTheFirst() {
        rows.update(List.of(new Thing("a", 1), new Thing("a", 2)));

        assertThat(lines()).containsExactly("A2");
    }

    private String present(Thing thing) {
        String line = thing.id().toUpperCase(Locale.ROOT) + thing.size();
        presented.add(line);
        return line;
    }

    private List<String> lines() {
        return rows.rows().stream().map(Row::line).toList();
    }
}
