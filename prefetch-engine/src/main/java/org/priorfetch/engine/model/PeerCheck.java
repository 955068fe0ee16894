package org.priorfetch.engine.model;

import java.util.List;

/** What the connectivity doctor found at one peer. */
public record PeerCheck(String name, List<ProbeStep> steps) {

    public PeerCheck {
        steps = List.copyOf(steps);
    }

    public boolean ok() {
        return steps.stream().allMatch(ProbeStep::ok);
    }
}
