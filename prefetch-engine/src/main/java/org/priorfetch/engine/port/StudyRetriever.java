package org.priorfetch.engine.port;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;

/** Gets instances out of an archive. */
public interface StudyRetriever {

    /** Into what pieces a study is best cut. */
    enum Cut {
        /** Lists of instances, small enough to keep several lanes busy to the end. */
        LISTS,
        /** Whole series where most of one is wanted, since an archive sends one without a word in between. */
        SERIES
    }

    default Cut cut() {
        return Cut.LISTS;
    }

    /**
     * For one study, where there are several ways for it.
     *
     * @param told by which way it comes and why; not called where there is nothing to choose
     */
    default StudyRetriever forStudy(TransferJob job, Consumer<Reason> told) {
        return this;
    }

    /** The same, but so patient until the first instance of a request comes, where that is more than usual. */
    default StudyRetriever waiting(Duration forFirst) {
        return this;
    }

    /** How a series can come before its images are known; empty where that takes a list, or there are ways to choose from. */
    default Optional<SeriesStream> unlisted() {
        return Optional.empty();
    }

    /**
     * Retrieves the instances and hands each one over while it is still arriving. Returns when the archive says that it
     * is done; which instances really came is what the receiver saw.
     *
     * @param spent what is waited for is added to it
     * @throws PeerException when the archive could not be asked, failed, fell silent or dropped the line
     */
    void retrieve(RetrieveRequest request, InstanceReceiver receiver, Cancellation cancellation, SpentTime spent)
            throws PeerException;
}
