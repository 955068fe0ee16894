package org.priorfetch.engine.runtime;

import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyStore;

/** What transfers send to the PACS. */
record HeardStore(StudyStore store, Hearing hearing) implements StudyStore {

    @Override
    public Sent send(InstanceInFlight instance, AttributeChanges changes, SpentTime spent)
            throws PeerException, BrokenInstanceException {
        Sent sent = hearing.heard(() -> store.send(instance, changes, spent));
        return () -> hearing.answered(sent::await);
    }
}
