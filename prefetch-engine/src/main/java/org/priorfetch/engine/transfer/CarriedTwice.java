package org.priorfetch.engine.transfer;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many bytes of each transfer were carried in vain, or once more: in the try that is under way, and in those that are over. The
 * latter are all stored; those of the last transfers are at hand. Guarded by itself.
 */
final class CarriedTwice {

    private static final Logger LOG = LoggerFactory.getLogger(CarriedTwice.class);
    private static final int MOST = 10_000;

    private final JobRepository jobs;
    private final Map<Long, Long> bytes = new LinkedHashMap<>();
    private final Map<Long, JobProgress> underWay = new HashMap<>();

    CarriedTwice(JobRepository jobs) {
        this.jobs = jobs;
    }

    /** Begins with what is stored. */
    void recall() {
        try {
            keep(jobs.carriedTwice(MOST));
        } catch (RepositoryException failure) {
            LOG.warn("What was carried twice before is not known: {}", failure.getMessage());
        }
    }

    private synchronized void keep(Map<Long, Long> stored) {
        stored.entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(one -> bytes.put(one.getKey(), one.getValue()));
    }

    /** A try of the transfer is under way from now on. */
    synchronized void begin(long id, JobProgress progress) {
        underWay.put(id, progress);
    }

    /** It is over; answers how many bytes it carried so. */
    long end(long id) {
        long more = over(id);
        store(id, more);
        return more;
    }

    /** At once, so that nobody sees them counted in both places, or in neither. */
    private synchronized long over(long id) {
        JobProgress ended = underWay.remove(id);
        long more = ended == null ? 0 : ended.bytesTwice();
        keep(id, more);
        return more;
    }

    /** A try of which nobody saw the end carried so many. */
    void add(long id, long more) {
        keep(id, more);
        store(id, more);
    }

    private void store(long id, long more) {
        if (more > 0) {
            try {
                jobs.addCarriedTwice(id, more);
            } catch (RepositoryException failure) {
                LOG.warn("What transfer {} carried twice could not be recorded: {}", id, failure.getMessage());
            }
        }
    }

    private synchronized void keep(long id, long more) {
        if (more > 0) {
            bytes.merge(id, more, Long::sum);
        }
        if (bytes.size() > MOST) {
            bytes.remove(bytes.keySet().iterator().next());
        }
    }

    synchronized long of(long id) {
        JobProgress now = underWay.get(id);
        return bytes.getOrDefault(id, 0L) + (now == null ? 0 : now.bytesTwice());
    }
}
