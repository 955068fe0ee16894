package org.priorfetch.engine.store;

import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The rows of a table by the time in one of their columns, read a page at a time. Names are ours, never anybody's input.
 *
 * @param time the column; its table has an index on it and the ID
 */
record NewestFirst(String table, String time) {

    Query page(Handle handle, Conditions conditions, int offset, int limit) {
        return conditions
                .bindTo(handle.createQuery("SELECT * FROM " + table + conditions.where() + " ORDER BY " + time
                        + " DESC, id DESC OFFSET :offset ROWS FETCH FIRST :limit ROWS ONLY"))
                .bind("offset", offset)
                .bind("limit", limit);
    }

    long count(Handle handle, Conditions conditions) {
        return conditions.bindTo(handle.createQuery("SELECT COUNT(*) FROM " + table + conditions.where()))
                .mapTo(Long.class)
                .one();
    }
}
