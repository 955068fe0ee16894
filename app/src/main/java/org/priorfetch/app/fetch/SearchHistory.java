package org.priorfetch.app.fetch;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

import org.priorfetch.engine.model.ArchiveQuery;

/** The last searches, the newest first; each once, and for this sitting only. */
final class SearchHistory {

    private static final int REMEMBERED = 10;

    private final ObservableList<ArchiveQuery> queries = FXCollections.observableArrayList();

    ObservableList<ArchiveQuery> queries() {
        return queries;
    }

    void remember(ArchiveQuery query) {
        queries.remove(query);
        queries.addFirst(query);
        if (queries.size() > REMEMBERED) {
            queries.removeLast();
        }
    }

    void carryOn(SearchHistory before) {
        queries.setAll(before.queries);
    }
}
