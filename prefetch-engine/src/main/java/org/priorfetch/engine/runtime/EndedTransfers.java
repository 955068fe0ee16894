package org.priorfetch.engine.runtime;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.JobRepository;

/** The transfers that ended last, at hand for every snapshot. Guarded by itself. */
final class EndedTransfers {

    private static final int SHOWN = 100;

    private final Map<Long, TransferJob> ended = new LinkedHashMap<>();

    EndedTransfers(JobRepository jobs) {
        jobs.recent(SHOWN).reversed().forEach(this::note);
    }

    /** Takes in what became of a job. */
    synchronized void note(TransferJob job) {
        ended.remove(job.id());
        if (job.state().isTerminal()) {
            ended.put(job.id(), job);
            if (ended.size() > SHOWN) {
                ended.remove(ended.keySet().iterator().next());
            }
        }
    }

    synchronized List<TransferJob> latest() {
        return List.copyOf(ended.values());
    }
}
