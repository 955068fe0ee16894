package org.priorfetch.engine.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.JobRepository;

/** Held, failed and partial transfers that nothing has settled since, one a study. Guarded by itself. */
final class TroubledJobs {

    private static final int MOST = 1000;

    private final Map<String, TransferJob> byStudy = new LinkedHashMap<>();

    TroubledJobs(JobRepository jobs) {
        jobs.troubled(MOST).reversed().forEach(this::note);
    }

    /** Takes in what became of a job. */
    synchronized void note(TransferJob job) {
        String study = job.ref().studyInstanceUid();
        byStudy.remove(study);
        if (job.state().isTrouble()) {
            byStudy.put(study, job);
            if (byStudy.size() > MOST) {
                byStudy.remove(byStudy.keySet().iterator().next());
            }
        }
    }

    synchronized List<TransferJob> all() {
        return List.copyOf(byStudy.values());
    }
}
