package org.priorfetch.engine.port;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import org.priorfetch.engine.model.JobTimes;
import org.priorfetch.engine.model.SourceHour;

/** How fast each source was, hour by hour, and where the time of single transfers went. Kept for 90 days. */
public interface RateRepository {

    /** Adds to what is known of each hour; of a transfer that is known already the later times replace the earlier ones. */
    void add(Collection<SourceHour> more, Collection<JobTimes> times);

    /** The hours that began at or after the instant, oldest first. */
    List<SourceHour> since(Instant from);

    /** The last transfers of the source of which it was said how long they would take, newest first. */
    List<JobTimes> promised(String source, int limit);

    /** The times of these transfers, by ID, as far as they are known. */
    Map<Long, JobTimes> ofJobs(Collection<Long> ids);
}
