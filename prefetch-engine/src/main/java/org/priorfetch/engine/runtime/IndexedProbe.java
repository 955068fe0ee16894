package org.priorfetch.engine.runtime;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.PeerProbe;

/**
 * The doctor at a source and at the patient index, or directory, that is asked for it.
 *
 * @param key of the index in {@code site.yaml}
 * @param aeTitle who we are there
 * @param index asks for a patient whom nobody has: also that it does not know him is an answer
 */
record IndexedProbe(PeerProbe source, String key, String aeTitle, Question index) implements PeerProbe {

    /** A question to the index. */
    interface Question {

        void ask() throws PeerException;
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<CheckStep> steps() {
        return Stream.concat(source.steps().stream(), Stream.of(CheckStep.INDEX)).toList();
    }

    @Override
    public ProbeStep probe(CheckStep step) {
        return step == CheckStep.INDEX ? askIndex() : source.probe(step);
    }

    private ProbeStep askIndex() {
        long begun = System.nanoTime();
        try {
            index.ask();
            return step(begun, Message.of("hl7.pix.sawIndex"), null);
        } catch (PeerException failure) {
            return step(begun, failure.reason().phrases().getFirst(),
                    Message.of(advice(failure), name(), aeTitle, key));
        }
    }

    private static ProbeStep step(long begun, Message detail, @Nullable Message advice) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
        return new ProbeStep(CheckStep.INDEX.word(), advice == null, millis, detail, advice, false);
    }

    private static String advice(PeerException failure) {
        boolean untrusted = failure.reason().phrases().getFirst().key().equals("hl7.pix.untrusted");
        return switch (failure.kind()) {
            case UNREACHABLE, REFUSED -> untrusted ? "hl7.pix.adviseTls" : "hl7.pix.adviseReach";
            case SILENT, BROKEN, CANCELLED -> "hl7.pix.adviseLog";
            case PROTOCOL -> "hl7.pix.adviseAnswer";
            case FAILED, BUSY -> "hl7.pix.adviseQuery";
        };
    }
}
