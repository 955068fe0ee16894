package org.priorfetch.engine.transfer;

import java.util.LinkedHashMap;
import java.util.Map;

import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How many bytes of each transfer were carried in vain, or once more, in tries that are over. All are stored; those of the last
 * transfers are at hand. Guarded by itself.
 */
final class CarriedTwice {

    private static final Logger LOG = LoggerFactory.getLogger(CarriedTwice.class);
    private static final int MOST = 10_000;

    private final JobRepository jobs;
    private final Map<Long, Long> bytes = new LinkedHashMap<>();

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

    void add(long id, long more) {
        if (more > 0) {
            keep(id, more);
            try {
                jobs.addCarriedTwice(id, more);
            } catch (RepositoryException failure) {
                LOG.warn("What transfer {} carried twice could not be recorded: {}", id, failure.getMessage());
            }
        }
    }

    private synchronized void keep(long id, long more) {
        bytes.merge(id, more, Long::sum);
        if (bytes.size() > MOST) {
            bytes.remove(bytes.keySet().iterator().next());
        }
    }

    synchronized long of(long id) {
        return bytes.getOrDefault(id, 0L);
    }
}
