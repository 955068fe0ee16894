package org.priorfetch.engine.api;

import java.util.List;

import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteProblem;

/**
 * What {@code site.yaml} says now.
 *
 * @param version changes with every change of the file
 * @param file its path
 * @param exists whether it is there
 * @param writable whether we may change it, or make it where it is missing
 */
public record SiteReport(SiteForm form, List<SiteProblem> problems, String version, String file, boolean exists,
        boolean writable) {

    public SiteReport {
        problems = List.copyOf(problems);
    }
}
