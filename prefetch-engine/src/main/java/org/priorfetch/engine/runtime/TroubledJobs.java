package org.priorfetch.engine.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.JobRepository;

/** Held, failed and partial transfers that nothing has settled since. Guarded by itself. */
final class TroubledJobs {

    private static final int MOST = 1000;

    private final Map<Long, TransferJob> jobs = new LinkedHashMap<>();

    TroubledJobs(JobRepository stored) {
        stored.troubled(MOST).reversed().forEach(this::note);
    }

    /** Takes in what became of a job. */
    synchronized void note(TransferJob job) {
        jobs.values().removeIf(known -> known.id() == job.id() || job.covers(known));
        if (job.state().isTrouble()) {
            jobs.put(job.id(), job);
            if (jobs.size() > MOST) {
                jobs.remove(jobs.keySet().iterator().next());
            }
        }
    }

    synchronized List<TransferJob> all() {
        return List.copyOf(jobs.values());
    }
}
