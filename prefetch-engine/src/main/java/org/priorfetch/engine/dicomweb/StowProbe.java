package org.priorfetch.engine.dicomweb;

import java.util.List;

import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.port.ExtendedProbe;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerProbe;

/** The doctor at a PACS that is asked by DIMSE and takes instances by STOW-RS. Stores nothing. */
public record StowProbe(PeerProbe peer, WebServer server, StowStore store) implements ExtendedProbe {

    private static final List<Integer> NO_SUCH_SERVICE = List.of(404, 405, 410, 501);
    private static final List<Integer> NOT_LET_IN = List.of(401, 403);

    @Override
    public CheckStep more() {
        return CheckStep.STORE;
    }

    /** What a server makes of a request without instances is its own affair, as long as it is the right server. */
    @Override
    public ProbeStep tryMore() {
        long begun = System.nanoTime();
        try {
            int status = store.tryOut();
            if (NOT_LET_IN.contains(status) || NO_SUCH_SERVICE.contains(status)) {
                throw WebFailures.status(name(), status);
            }
            return ended(begun, Message.of("dicomweb.sawStow"), null);
        } catch (PeerException failure) {
            boolean notLetIn = failure.kind() == PeerException.Kind.REFUSED;
            return ended(begun, failure.reason().phrases().getFirst(), Message
                    .of(notLetIn ? "dicomweb.adviseStowLogin" : "dicomweb.adviseStow", name(), server.base()));
        }
    }
}
