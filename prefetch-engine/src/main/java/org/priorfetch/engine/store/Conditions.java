package org.priorfetch.engine.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** What rows must fulfil, all of it. Column names are ours; what people look for only comes in as a value. */
final class Conditions {

    private static final int LONGEST_PART = 64;
    private static final int MOST_WORDS = 10;
    private static final Pattern WORDS = Pattern.compile("\\S+");
    private static final Pattern WILD = Pattern.compile("[!%_]");

    private final List<String> clauses = new ArrayList<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /** The column has the value; nothing is asked when there is none. */
    Conditions equal(String column, @Nullable Object value) {
        return value == null ? this : add(column + " = ", value);
    }

    /** Excluded rather than listed, because a list would lead the database away from the order of the rows. */
    Conditions noneOf(String column, List<String> constants) {
        clauses.add(constants.stream().collect(Collectors.joining("', '", column + " NOT IN ('", "')")));
        return this;
    }

    /** From the first instant (inclusive) to the second (exclusive); an end that is null is open. */
    Conditions within(String column, @Nullable Instant from, @Nullable Instant to) {
        if (from != null) {
            add(column + " >= ", Columns.ofInstant(from));
        }
        if (to != null) {
            add(column + " < ", Columns.ofInstant(to));
        }
        return this;
    }

    /** Every word of the text stands in the column, which {@link #searchText} has filled. */
    Conditions words(String column, String text) {
        WORDS.matcher(small(text))
                .results()
                .limit(MOST_WORDS)
                .map(word -> WILD.matcher(word.group()).replaceAll("!$0"))
                .forEach(word -> add(column + " LIKE ", '%' + word + '%', " ESCAPE '!'"));
        return this;
    }

    /** What {@link #words} is to find: in small letters, and short enough for an index. */
    static String searchText(@Nullable String... parts) {
        return Stream.of(parts)
                .map(part -> part == null ? "" : part)
                .map(part -> small(part.substring(0, Math.min(part.length(), LONGEST_PART))))
                .collect(Collectors.joining(" "));
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private Conditions add(String comparison, Object value) {
        return add(comparison, value, "");
    }

    private Conditions add(String comparison, Object value, String end) {
        String name = "condition" + values.size();
        clauses.add(comparison + ':' + name + end);
        values.put(name, value);
        return this;
    }

    String where() {
        return clauses.isEmpty() ? "" : " WHERE " + String.join(" AND ", clauses);
    }

    Query bindTo(Query query) {
        values.forEach(query::bind);
        return query;
    }
}
