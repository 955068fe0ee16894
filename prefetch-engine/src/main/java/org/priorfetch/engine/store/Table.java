package org.priorfetch.engine.store;

import java.util.List;
import java.util.stream.Collectors;

import org.jdbi.v3.core.Handle;

/** A table and the columns that tell its rows apart. Column names are ours, never anybody's input. */
record Table(String name, List<String> keys) {

    Table(String name, String... keys) {
        this(name, List.of(keys));
    }

    void insert(Handle handle, Row row) {
        row.bindTo(handle.createUpdate(insertStatement(row))).execute();
    }

    /** Inserts a row whose ID the database assigns. */
    long insertForId(Handle handle, Row row) {
        return row.bindTo(handle.createUpdate(insertStatement(row)))
                .executeAndReturnGeneratedKeys("id")
                .mapTo(Long.class)
                .one();
    }

    boolean update(Handle handle, Row row) {
        String values = row.columns()
                .stream()
                .filter(column -> !keys.contains(column))
                .map(Table::equalsParameter)
                .collect(Collectors.joining(", "));
        String condition = keys.stream().map(Table::equalsParameter).collect(Collectors.joining(" AND "));
        return row.bindTo(handle.createUpdate("UPDATE " + name + " SET " + values + " WHERE " + condition))
                .execute() > 0;
    }

    /**
     * Replaces the row, or adds it. In two statements, because databases disagree about MERGE and ON CONFLICT; of two who add
     * the same row at once, one fails and is tried again by {@link Database}.
     */
    void save(Handle handle, Row row) {
        if (!update(handle, row)) {
            insert(handle, row);
        }
    }

    private String insertStatement(Row row) {
        String columns = String.join(", ", row.columns());
        String parameters = row.columns().stream().map(column -> ":" + column).collect(Collectors.joining(", "));
        return "INSERT INTO " + name + " (" + columns + ") VALUES (" + parameters + ")";
    }

    private static String equalsParameter(String column) {
        return column + " = :" + column;
    }
}
