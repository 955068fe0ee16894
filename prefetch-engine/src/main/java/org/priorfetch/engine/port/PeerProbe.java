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

    /** What there is to try. */
    default List<CheckStep> steps() {
        return CheckStep.AT_PEER;
    }

    /** All steps in their order. After one that fails, only those at somebody else follow. */
    default PeerCheck probe() {
        List<ProbeStep> steps = new ArrayList<>();
        boolean goesOn = true;
        for (CheckStep step : steps()) {
            if (goesOn || step.standsAlone()) {
                ProbeStep result = probe(step);
                steps.add(result);
                goesOn &= result.ok();
            }
        }
        return new PeerCheck(name(), steps);
    }
}
