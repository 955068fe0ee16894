package org.priorfetch.engine.runtime;

import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.port.ExtendedProbe;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerProbe;
import org.priorfetch.engine.tls.HandshakeFailure;

/**
 * The doctor at a source and at the patient index, or directory, that is asked for it.
 *
 * @param key of the index in {@code site.yaml}
 * @param aeTitle who we are there
 * @param index asks for a patient whom nobody has: also that it does not know him is an answer
 */
record IndexedProbe(PeerProbe peer, String key, String aeTitle, Question index) implements ExtendedProbe {

    /** A question to the index. */
    interface Question {

        void ask() throws PeerException;
    }

    @Override
    public CheckStep more() {
        return CheckStep.INDEX;
    }

    @Override
    public ProbeStep tryMore() {
        long begun = System.nanoTime();
        try {
            index.ask();
            return ended(begun, Message.of("hl7.pix.sawIndex"), null);
        } catch (PeerException failure) {
            return ended(begun, failure.reason().phrases().getFirst(),
                    Message.of(advice(failure), name(), aeTitle, key));
        }
    }

    private static String advice(PeerException failure) {
        return switch (failure.kind()) {
            case UNREACHABLE, REFUSED -> HandshakeFailure.adviceOn(failure, "hl7.pix.adviseReach");
            case SILENT, BROKEN, CANCELLED -> "hl7.pix.adviseLog";
            case PROTOCOL -> "hl7.pix.adviseAnswer";
            case FAILED, BUSY -> "hl7.pix.adviseQuery";
        };
    }
}
