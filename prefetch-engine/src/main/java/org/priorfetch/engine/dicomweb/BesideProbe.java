package org.priorfetch.engine.dicomweb;

import java.util.List;

import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.port.ExtendedProbe;
import org.priorfetch.engine.port.PeerProbe;

/** Tries a source that is asked by DIMSE, and then its DICOMweb service, from which images come, too. */
public record BesideProbe(PeerProbe peer, PeerProbe web) implements ExtendedProbe {

    @Override
    public CheckStep more() {
        return CheckStep.WEB;
    }

    /** All that there is to try there, as one step, which the last tells of: what fails ends it. */
    @Override
    public ProbeStep tryMore() {
        List<ProbeStep> tried = web.probe().steps().stream().filter(step -> !step.skipped()).toList();
        ProbeStep last = tried.getLast();
        long millis = tried.stream().mapToLong(ProbeStep::millis).sum();
        return new ProbeStep(more().word(), last.ok(), millis, last.detail(), last.advice(), false);
    }
}
