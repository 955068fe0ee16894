package org.priorfetch.engine.model;

import java.time.Duration;
import java.time.LocalDate;

/**
 * What came from one source on one day, by how the transfers ended.
 *
 * @param outcome a state that is not terminal stands for tries that were broken off and went on later
 * @param studies transfers that ended so on that day
 * @param instances put into the PACS
 * @param bytes of their data sets
 * @param took the time of all these tries together; zero when not known
 */
public record ExchangeLine(LocalDate day, String source, TransferState outcome, long studies, long instances,
        long bytes, Duration took) {

    /** Over the whole time of the tries; 0 when that is not known. */
    public long bytesPerSecond() {
        return took.toMillis() <= 0 ? 0 : Math.round(bytes * 1000.0 / took.toMillis());
    }
}
