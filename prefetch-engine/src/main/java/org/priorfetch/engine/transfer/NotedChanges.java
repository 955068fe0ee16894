package org.priorfetch.engine.transfer;

import java.util.List;
import java.util.NavigableSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.function.Consumer;

import org.priorfetch.engine.model.AttributeChange;

/**
 * What was replaced in the instances of a study. They mostly agree; where they do not, every attribute is noted, but not
 * every one of its values. Thread-safe.
 */
final class NotedChanges {

    private static final int MOST = 50;

    private final NavigableSet<AttributeChange> changes = new ConcurrentSkipListSet<>();
    private final Consumer<List<AttributeChange>> growing;

    /** @param growing told of all, one at a time, whenever there are more of them */
    NotedChanges(Consumer<List<AttributeChange>> growing) {
        this.growing = growing;
    }

    void note(List<AttributeChange> changed) {
        if (!changes.containsAll(changed)) {
            add(changed);
        }
    }

    private synchronized void add(List<AttributeChange> changed) {
        int before = changes.size();
        addNew(changed);
        if (changes.size() > before) {
            growing.accept(all());
        }
    }

    private void addNew(List<AttributeChange> changed) {
        for (AttributeChange change : changed) {
            AttributeChange noted = changes.ceiling(AttributeChange.of(change.keyword()));
            boolean first = noted == null || !noted.keyword().equals(change.keyword());
            if (first || changes.size() < MOST) {
                changes.add(change);
            }
        }
    }

    List<AttributeChange> all() {
        return List.copyOf(changes);
    }
}
