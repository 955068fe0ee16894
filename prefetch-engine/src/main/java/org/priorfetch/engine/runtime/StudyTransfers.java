package org.priorfetch.engine.runtime;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.TransferJob;

/**
 * What transfers tell of the studies that they bring.
 *
 * @param open of whole studies, by Study Instance UID
 * @param bytes of the last transfer of each study
 * @param etas seconds until each is done, by the ID of the transfer
 */
record StudyTransfers(Map<String, TransferJob> open, Map<String, Long> bytes, Map<Long, Long> etas) {

    static StudyTransfers of(List<TransferJob> jobs, Map<Long, Long> etas) {
        return new StudyTransfers(open(jobs), bytesByStudy(jobs), etas);
    }

    private static Map<String, TransferJob> open(List<TransferJob> jobs) {
        return jobs.stream()
                .filter(job -> !job.state().isTerminal() && job.isWholeStudy() && job.patient() != null)
                .collect(Collectors.toMap(job -> job.ref().studyInstanceUid(), Function.identity(), (a, _) -> a));
    }

    private static Map<String, Long> bytesByStudy(List<TransferJob> jobs) {
        return jobs.stream()
                .sorted(Comparator.comparing(TransferJob::updated))
                .collect(Collectors.toMap(job -> job.ref().studyInstanceUid(), TransferJob::bytes, (_, last) -> last));
    }

    /** The one that brings the study; null where there is none. */
    @Nullable
    TransferJob bringing(AppointmentPrior prior) {
        return prior.state() == PriorState.FETCH ? open.get(prior.ref().studyInstanceUid()) : null;
    }

    /** When the last one is here; null as soon as nothing can be said of one of them. */
    @Nullable
    Long eta(List<AppointmentPrior> priors) {
        Long last = null;
        for (AppointmentPrior prior : priors) {
            TransferJob job = bringing(prior);
            if (job != null) {
                Long eta = etas.get(job.id());
                if (eta == null) {
                    return null;
                }
                last = last == null ? eta : Math.max(last, eta);
            }
        }
        return last;
    }
}
