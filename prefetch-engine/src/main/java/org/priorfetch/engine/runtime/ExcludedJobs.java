package org.priorfetch.engine.runtime;

import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.JobRepository;

/** Calls off what was ordered for patients who, by the settings that hold now, are not to be fetched. */
final class ExcludedJobs {

    private ExcludedJobs() {}

    /** To be called before any transfer begins. */
    static void callOff(JobRepository jobs, SitePolicy policy, Clock clock) {
        for (TransferJob job : jobs.open()) {
            Reason excluded = policy.excluded(job);
            if (excluded != null) {
                jobs.save(job.with(TransferState.CANCELLED, excluded, clock.now()));
            }
        }
    }
}
