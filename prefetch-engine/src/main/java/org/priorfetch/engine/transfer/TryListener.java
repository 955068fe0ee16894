package org.priorfetch.engine.transfer;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TimeSplit;
import org.priorfetch.engine.model.TransferJob;

/** Hears where the time of a try went, when it is over, on the thread that made it. */
@FunctionalInterface
public interface TryListener {

    TryListener NOBODY = (_, _, _, _) -> {};

    /**
     * The try is over.
     *
     * @param slowBecause the largest part in words; null where there is nothing to be said
     * @param complete whether all is in the PACS now
     */
    void tried(TransferJob job, TimeSplit split, @Nullable Reason slowBecause, boolean complete);
}
