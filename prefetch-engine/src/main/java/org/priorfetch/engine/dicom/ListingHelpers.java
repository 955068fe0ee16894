package org.priorfetch.engine.dicom;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.priorfetch.engine.port.PeerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lists of a study's series are asked for on as many associations as are free. Each is made so that the images can come on it
 * afterwards; a peer that once took no more than one is asked on one from then on.
 */
final class ListingHelpers implements StudyInstances.Helpers {

    private static final Logger LOG = LoggerFactory.getLogger(ListingHelpers.class);

    private final AssociationPool pool;
    private volatile boolean refused;

    ListingHelpers(AssociationPool pool) {
        this.pool = pool;
    }

    @Override
    public void help(CompletableFuture<SideBySide<?>> questions, int count, Set<String> modalities) {
        if (refused) {
            return;
        }
        Contexts offered = Contexts
                .forListingAndRetrieving(StorageClassGuess.usual(modalities, Contexts.STORAGE_CLASSES));
        pool.callHelpers(count, () -> help(questions, offered));
    }

    /** Who comes too late takes no association from those who need one. */
    private void help(CompletableFuture<SideBySide<?>> questions, Contexts offered) {
        if (questions.isDone() && questions.join().isAllAsked()) {
            return;
        }
        try {
            int lists = pool.askBeside(Contexts.FINDING, offered, association -> questions.join().help(association));
            LOG.debug("Helped {} with {} lists", pool.name(), lists);
        } catch (PeerException notNow) {
            if (notNow.kind() == PeerException.Kind.REFUSED) {
                refused = true;
            }
            LOG.debug("No help in listing from {}: {}", pool.name(), notNow.kind());
        }
    }
}
