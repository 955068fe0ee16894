package org.priorfetch.engine.dicomweb;

import java.util.List;
import java.util.stream.Stream;

import org.priorfetch.engine.model.CheckStep;
import org.priorfetch.engine.model.ProbeStep;
import org.priorfetch.engine.port.PeerProbe;

/** Tries a source that is asked by DIMSE, and then its DICOMweb service, from which images come, too. */
public record BesideProbe(PeerProbe dimse, PeerProbe web) implements PeerProbe {

    @Override
    public String name() {
        return dimse.name();
    }

    @Override
    public List<CheckStep> steps() {
        return Stream.concat(dimse.steps().stream(), Stream.of(CheckStep.WEB)).toList();
    }

    @Override
    public ProbeStep probe(CheckStep step) {
        return step == CheckStep.WEB ? tryOut() : dimse.probe(step);
    }

    /** All that there is to try there, as one step: what fails first, or the last that there was to try. */
    private ProbeStep tryOut() {
        List<ProbeStep> tried = web.probe().steps().stream().filter(step -> !step.skipped()).toList();
        ProbeStep telling = tried.stream().filter(step -> !step.ok()).findFirst().orElseGet(tried::getLast);
        long millis = tried.stream().mapToLong(ProbeStep::millis).sum();
        return new ProbeStep(CheckStep.WEB.word(), telling.ok(), millis, telling.detail(), telling.advice(), false);
    }
}
