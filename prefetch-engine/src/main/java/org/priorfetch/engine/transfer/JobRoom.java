package org.priorfetch.engine.transfer;

import java.util.Collection;
import java.util.List;
import java.util.function.LongPredicate;
import org.priorfetch.engine.model.TransferJob;

/**
 * Whether a source has room for one more job. Jobs that only wait for the PACS to show what it took keep nobody from the
 * source, nor does the one that waits for the archive's slow store; there is never a second one of those.
 */
final class JobRoom {

    private JobRoom() {}

    /** @param hasRoom whether there is room beside so many that move images */
    static boolean isFor(TransferJob job, LongPredicate hasRoom, Collection<RunningTransfer> running) {
        List<RunningTransfer> ofSource = running.stream()
                .filter(transfer -> transfer.job().ref().source().equals(job.ref().source()))
                .filter(transfer -> !transfer.progress().isVerifying())
                .toList();
        long waiting = ofSource.stream().filter(JobRoom::waitsForSlowStore).count();
        long moving = ofSource.size() - waiting;
        if (!job.candidate().availability().isSlow()) {
            return hasRoom.test(moving);
        }
        boolean beside = hasRoom.test(1); // the source bears more than one association
        return waiting == 0 && (moving == 0 || beside);
    }

    private static boolean waitsForSlowStore(RunningTransfer transfer) {
        return transfer.job().candidate().availability().isSlow() && transfer.progress().bytes() == 0;
    }
}
