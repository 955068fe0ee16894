package org.priorfetch.app.bridge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Keeps an observable list of rows in step with lists of values, by key: what is known is updated in place, only what
 * came, went or moved changes the list. Used on one thread.
 *
 * @param <V> what the engine says
 * @param <L> what the screen shows of it
 */
public final class KeyedRows<V, L> {

    private final Function<? super V, ?> key;
    private final Function<? super V, ? extends L> present;
    private final Map<Object, Row<V, L>> byKey = new HashMap<>();
    private final ObservableList<Row<V, L>> rows = FXCollections.observableArrayList();
    private final ObservableList<Row<V, L>> readOnlyRows = FXCollections.unmodifiableObservableList(rows);

    public KeyedRows(Function<? super V, ?> key, Function<? super V, ? extends L> present) {
        this.key = key;
        this.present = present;
    }

    /** In the order of the last update. */
    public ObservableList<Row<V, L>> rows() {
        return readOnlyRows;
    }

    public void update(List<? extends V> values) {
        removeAllBut(values);
        List<Row<V, L>> added = new ArrayList<>();
        int rank = 0;
        for (V value : values) {
            Row<V, L> known = byKey.get(key.apply(value));
            if (known == null) {
                Row<V, L> row = new Row<>(value, present.apply(value), rank);
                byKey.put(key.apply(value), row);
                added.add(row);
            } else {
                known.update(value, rank, present);
            }
            rank++;
        }
        if (!added.isEmpty()) {
            rows.addAll(added);
        }
        putInOrder();
    }

    /** Shows everything anew, after something beside the values has changed. */
    public void presentAgain() {
        rows.forEach(row -> row.presentAgain(present));
    }

    private void removeAllBut(List<? extends V> values) {
        Set<Object> kept = HashSet.newHashSet(values.size());
        values.forEach(value -> kept.add(key.apply(value)));
        if (byKey.keySet().retainAll(kept)) {
            rows.removeIf(row -> !kept.contains(key.apply(row.value())));
        }
    }

    private void putInOrder() {
        for (int i = 1; i < rows.size(); i++) {
            if (rows.get(i - 1).rank() > rows.get(i).rank()) {
                FXCollections.sort(rows, Comparator.comparingInt(Row::rank));
                return;
            }
        }
    }
}
