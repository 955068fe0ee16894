package org.priorfetch.app.bridge;

import java.util.function.Function;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * One row of a table. It stays the same object for as long as the thing it stands for is known, so that a selection
 * survives; what it shows is replaced in place.
 *
 * @param <V> what the engine says
 * @param <L> what the screen shows of it
 */
public final class Row<V, L> {

    private final ReadOnlyObjectWrapper<L> line;
    private V value;
    private int rank;

    Row(V value, L line, int rank) {
        this.value = value;
        this.line = new ReadOnlyObjectWrapper<>(line);
        this.rank = rank;
    }

    public V value() {
        return value;
    }

    public L line() {
        return line.get();
    }

    public ReadOnlyObjectProperty<L> lineProperty() {
        return line.getReadOnlyProperty();
    }

    int rank() {
        return rank;
    }

    void update(V newValue, int newRank, Function<? super V, ? extends L> present) {
        rank = newRank;
        if (!newValue.equals(value)) {
            value = newValue;
            presentAgain(present);
        }
    }

    void presentAgain(Function<? super V, ? extends L> present) {
        L newLine = present.apply(value);
        if (!newLine.equals(line.get())) {
            line.set(newLine);
        }
    }
}
