package org.priorfetch.engine.transfer;

import java.util.Collection;
import java.util.List;
import java.util.function.LongPredicate;
import org.priorfetch.engine.model.TransferJob;

/**
 * Whether a source has room for one more job. Jobs that have asked for all their images, or only wait for the PACS to show what
 * it took, keep nobody from the source: the next one is to be prepared when they are done. Nor does the one that waits for the
 * archive's slow store; there is never a second one of those.
 */
final class JobRoom {

    private JobRoom() {}

    /** @param hasRoom whether there is room beside so many that have images to ask for */
    static boolean isFor(TransferJob job, LongPredicate hasRoom, Collection<RunningTransfer> running) {
        List<RunningTransfer> ofSource = running.stream()
                .filter(transfer -> transfer.job().ref().source().equals(job.ref().source()))
                .filter(transfer -> !transfer.progress().isVerifying())
                .toList();
        long waiting = ofSource.stream().filter(JobRoom::waitsForSlowStore).count();
        long asking = ofSource.stream().filter(transfer -> !waitsForSlowStore(transfer) && isAsking(transfer)).count();
        if (!job.candidate().availability().isSlow()) {
            return hasRoom.test(asking);
        }
        boolean beside = hasRoom.test(1); // the source bears more than one association
        return waiting == 0 && (asking == 0 || beside);
    }

    private static boolean isAsking(RunningTransfer transfer) {
        return !transfer.progress().isAllAsked();
    }

    private static boolean waitsForSlowStore(RunningTransfer transfer) {
        return transfer.job().candidate().availability().isSlow() && transfer.progress().bytes() == 0;
    }
}
