package org.priorfetch.engine.port;

import java.util.ArrayList;
import java.util.List;

import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.PeerCheck;
import org.priorfetch.engine.model.ProbeStep;

/** Tries a peer out step by step, from its name to one image. Changes nothing there. */
public interface PeerProbe {

    String name();

    /** One step alone. */
    ProbeStep probe(CheckStep step);

    /** All steps in their order; stops at the first that fails. */
    default PeerCheck probe() {
        List<ProbeStep> steps = new ArrayList<>();
        for (CheckStep step : CheckStep.values()) {
            ProbeStep result = probe(step);
            steps.add(result);
            if (!result.ok()) {
                break;
            }
        }
        return new PeerCheck(name(), steps);
    }
}
