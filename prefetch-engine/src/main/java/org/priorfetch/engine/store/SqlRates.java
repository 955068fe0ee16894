package org.priorfetch.engine.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.JobTimes;
import org.priorfetch.engine.model.SourceHour;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.model.TimeSplit;
import org.priorfetch.engine.port.RateRepository;

/** How fast each source was, hour by hour, and where the time of single transfers went. */
record SqlRates(Database database) implements RateRepository {

    private static final Table HOUR = new Table("source_hour", "source", "begins");
    private static final Table TIMES = new Table("transfer_times", "job_id");
    private static final String KNOWN = "SELECT * FROM source_hour WHERE source = :source AND begins = :begins";
    private static final String PROMISED = """
            SELECT * FROM transfer_times WHERE source = :source AND promised_millis IS NOT NULL
            ORDER BY ended DESC, job_id DESC FETCH FIRST :limit ROWS ONLY""";
    private static final long NANOS_IN_MICRO = 1000;

    @Override
    public void add(Collection<SourceHour> more, Collection<JobTimes> times) {
        database.write(handle -> {
            more.forEach(hour -> HOUR.save(handle, row(withKnown(handle, hour))));
            times.forEach(one -> TIMES.save(handle, row(one)));
        });
    }

    private static SourceHour withKnown(Handle handle, SourceHour hour) {
        return handle.createQuery(KNOWN)
                .bind("source", hour.source())
                .bind("begins", Columns.ofInstant(hour.hour()))
                .map((row, _) -> hour(row))
                .findOne()
                .map(known -> known.plus(hour))
                .orElse(hour);
    }

    @Override
    public List<SourceHour> since(Instant from) {
        return database.read(handle -> handle
                .createQuery("SELECT * FROM source_hour WHERE begins >= :from ORDER BY begins, source")
                .bind("from", Columns.ofInstant(from))
                .map((row, _) -> hour(row))
                .list());
    }

    @Override
    public Map<Long, JobTimes> ofJobs(Collection<Long> ids) {
        return ids.isEmpty() ? Map.of()
                : database.read(handle -> handle.createQuery("SELECT * FROM transfer_times WHERE job_id IN (<ids>)")
                        .bindList("ids", List.copyOf(ids))
                        .map((row, _) -> times(row))
                        .list())
                        .stream()
                        .collect(Collectors.toMap(JobTimes::jobId, Function.identity()));
    }

    @Override
    public List<JobTimes> promised(String source, int limit) {
        return database.read(handle -> handle.createQuery(PROMISED)
                .bind("source", source)
                .bind("limit", limit)
                .map((row, _) -> times(row))
                .list());
    }

    private static Row row(SourceHour hour) {
        Row row = new Row().set("source", hour.source())
                .setInstant("begins", hour.hour())
                .set("jobs", hour.jobs())
                .set("instances", hour.instances())
                .set("bytes", hour.bytes())
                .set("busy_millis", hour.busy().toMillis());
        for (TimePart part : TimePart.values()) {
            row.set(column(part), hour.spent().getOrDefault(part, Duration.ZERO).toMillis());
        }
        return row;
    }

    private static SourceHour hour(ResultSet row) throws SQLException {
        Map<TimePart, Duration> spent = new EnumMap<>(TimePart.class);
        for (TimePart part : TimePart.values()) {
            long millis = row.getLong(column(part));
            if (millis > 0) {
                spent.put(part, Duration.ofMillis(millis));
            }
        }
        return new SourceHour(row.getString("source"), Columns.instant(row, "begins"), row.getLong("jobs"),
                row.getLong("instances"), row.getLong("bytes"), Duration.ofMillis(row.getLong("busy_millis")), spent);
    }

    private static String column(TimePart part) {
        return part.name().toLowerCase(Locale.ROOT) + "_millis";
    }

    private static Row row(JobTimes times) {
        Duration promised = times.promised();
        return new Row().set("job_id", times.jobId())
                .set("source", times.source())
                .setInstant("ended", times.ended())
                .set("took_millis", times.split().took().toMillis())
                .set("promised_millis", promised == null ? null : promised.toMillis())
                .set("parts", Json.ofListsOfTexts(times.split()
                        .parts()
                        .entrySet()
                        .stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(part -> texts(part.getKey(), part.getValue()))
                        .toList()))
                .setReason("slow_because", times.slowBecause());
    }

    private static List<String> texts(TimePart kind, TimeSplit.Part part) {
        return List.of(kind.name(), micros(part.share()), String.valueOf(part.times()), micros(part.each()));
    }

    private static String micros(Duration duration) {
        return String.valueOf(duration.toNanos() / NANOS_IN_MICRO);
    }

    private static JobTimes times(ResultSet row) throws SQLException {
        Map<TimePart, TimeSplit.Part> parts = new EnumMap<>(TimePart.class);
        for (List<String> part : Json.toListsOfTexts(row.getString("parts"))) {
            parts.put(TimePart.valueOf(part.get(0)),
                    new TimeSplit.Part(duration(part.get(1)), Long.parseLong(part.get(2)), duration(part.get(3))));
        }
        return new JobTimes(row.getLong("job_id"), row.getString("source"), Columns.instant(row, "ended"),
                new TimeSplit(Duration.ofMillis(row.getLong("took_millis")), parts),
                Columns.reasonOrNull(row, "slow_because"), millisOrNull(row, "promised_millis"));
    }

    private static @Nullable Duration millisOrNull(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Duration.ofMillis(millis);
    }

    private static Duration duration(String micros) {
        return Duration.ofNanos(Long.parseLong(micros) * NANOS_IN_MICRO);
    }
}
