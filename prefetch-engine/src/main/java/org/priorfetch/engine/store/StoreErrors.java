package org.priorfetch.engine.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;

/**
 * Says in words why the database failed.
 *
 * @param where the database, for people
 * @param file its file, or null when it is not ours
 */
record StoreErrors(String where, @Nullable Path file) {

    private static final long TOO_LITTLE = 1 << 20;
    private static final Set<String> LOST_RACES = Set.of("23505", "40001", "90131");

    static StoreErrors of(HomeFolder home) {
        return new StoreErrors(home.databaseFile().toString(), home.databaseFile());
    }

    /** Without the settings behind the address, among which may be a password. */
    static StoreErrors of(String url) {
        return new StoreErrors(url.split("[;?]", 2)[0], null);
    }

    /** Whether somebody else wrote the same row at the same time, so that another try is in order. */
    static boolean isLostRace(Throwable failure) {
        return sqlFailure(failure).map(SQLException::getSQLState).filter(LOST_RACES::contains).isPresent();
    }

    static boolean isMissingTable(Throwable failure) {
        return sqlFailure(failure).map(SQLException::getSQLState).filter(state -> state.startsWith("42")).isPresent();
    }

    StoreException whileWorking(Throwable failure) {
        return explain(failure, "store.failed");
    }

    StoreException whileOpening(Throwable failure) {
        return explain(failure, file == null ? "store.unreachable" : "store.failed");
    }

    StoreException whileMigrating(Throwable failure) {
        return explain(failure, "store.migrationFailed");
    }

    private StoreException explain(Throwable failure, String otherwise) {
        if (failure instanceof StoreException known) {
            return known;
        }
        SQLException sql = sqlFailure(failure).orElseGet(() -> new SQLException("", "?", 0));
        String state = String.valueOf(sql.getSQLState());
        Message message = diskIsFull(failure)
                ? Message.of("store.full", where)
                : Message.of(key(sql, otherwise), where, state, String.valueOf(sql.getErrorCode()));
        return new StoreException(message, withoutValues(failure));
    }

    /** The codes are H2's; another database's driver gives none, or others. */
    private static String key(SQLException failure, String otherwise) {
        return switch (failure.getErrorCode()) {
            case 90030 -> "store.corrupt";
            case 90048 -> "store.newerFormat";
            case 90020 -> "store.databaseInUse";
            case 90062, 90097 -> "store.notWritable";
            default -> otherwise;
        };
    }

    /** The system's words for it depend on its language, so the room that is left counts as well. */
    private boolean diskIsFull(Throwable failure) {
        boolean said = chain(failure).filter(IOException.class::isInstance)
                .map(Throwable::getMessage)
                .anyMatch(text -> text != null && text.toLowerCase(Locale.ROOT).contains("no space left"));
        return said || (file != null && sqlFailure(failure).isPresent() && roomIsGone(file));
    }

    private static boolean roomIsGone(Path file) {
        try {
            return Files.getFileStore(file).getUsableSpace() < TOO_LITTLE;
        } catch (IOException _) {
            return false;
        }
    }

    /** The drivers quote statements and values, and so names, in their texts: only the kind and the place are kept. */
    private static @Nullable Throwable withoutValues(@Nullable Throwable failure) {
        if (failure == null || failure instanceof IOException) {
            return failure;
        }
        String what = failure instanceof SQLException sql
                ? "SQL state %s, code %d".formatted(sql.getSQLState(), sql.getErrorCode())
                : failure.getClass().getName();
        Exception bare = new Exception(what, withoutValues(failure.getCause()));
        bare.setStackTrace(failure.getStackTrace());
        return bare;
    }

    private static Optional<SQLException> sqlFailure(Throwable failure) {
        return chain(failure).filter(SQLException.class::isInstance).map(SQLException.class::cast).findFirst();
    }

    private static Stream<Throwable> chain(Throwable failure) {
        return Stream.iterate(failure, link -> link != null, Throwable::getCause);
    }
}
