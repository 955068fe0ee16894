package org.priorfetch.engine.dicomweb;

import java.util.List;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerProbe;

/** The doctor at a PACS that is asked by DIMSE and takes instances by STOW-RS. Stores nothing. */
public record StowProbe(PeerProbe asked, WebServer server, StowStore store) implements PeerProbe {

    private static final List<Integer> NO_SUCH_SERVICE = List.of(404, 405, 410, 501);
    private static final List<Integer> NOT_LET_IN = List.of(401, 403);

    @Override
    public String name() {
        return asked.name();
    }

    @Override
    public List<CheckStep> steps() {
        return CheckStep.atPeerAnd(CheckStep.STORE);
    }

    @Override
    public ProbeStep probe(CheckStep step) {
        return step == CheckStep.STORE ? tryOut() : asked.probe(step);
    }

    /** What a server makes of a request without instances is its own affair, as long as it is the right server. */
    private ProbeStep tryOut() {
        long begun = System.nanoTime();
        try {
            int status = store.tryOut();
            if (NOT_LET_IN.contains(status) || NO_SUCH_SERVICE.contains(status)) {
                throw WebFailures.status(name(), status);
            }
            return step(begun, Message.of("dicomweb.sawStow"), null);
        } catch (PeerException failure) {
            boolean notLetIn = failure.kind() == PeerException.Kind.REFUSED;
            return step(begun, failure.reason().phrases().getFirst(), Message
                    .of(notLetIn ? "dicomweb.adviseStowLogin" : "dicomweb.adviseStow", name(), server.base()));
        }
    }

    private static ProbeStep step(long begun, Message detail, @Nullable Message advice) {
        return new ProbeStep(CheckStep.STORE.word(), advice == null,
                TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun), detail, advice, false);
    }
}
