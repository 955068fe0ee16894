package org.priorfetch.engine.dicom;

import java.util.Set;
import java.util.concurrent.CompletableFuture;

import org.priorfetch.engine.port.PeerException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lists of a study's series are asked for on associations, too, that are open and have nothing to do. None is opened for it. */
record IdleHelpers(AssociationPool pool) implements StudyInstances.Helpers {

    private static final Logger LOG = LoggerFactory.getLogger(IdleHelpers.class);

    @Override
    public void help(CompletableFuture<SideBySide<?>> questions, int count, Set<String> modalities) {
        pool.callHelpers(count, () -> help(questions));
    }

    private void help(CompletableFuture<SideBySide<?>> questions) {
        try {
            pool.askIdle(Contexts.FINDING, association -> questions.join().help(association));
        } catch (PeerException notNow) {
            LOG.debug("No help in listing from {}: {}", pool.name(), notNow.kind());
        }
    }
}
