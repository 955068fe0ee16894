package org.priorfetch.engine.model;

import java.util.List;
import java.util.Map;

/**
 * What a person can change in {@code site.yaml} with a form. The rest of the file is nobody's business here.
 *
 * @param exclude whom not to fetch: patients, one in each line, and codes between commas
 * @param procedures the site's table of procedures, one in each line
 */
public record SiteForm(SiteSection self, SiteSection pacs, List<SiteSection> worklists, List<SiteSection> sources,
        SiteSection relevance, SiteSection exclude, SiteSection procedures) {

    public static final SiteForm EMPTY = new SiteForm(nothing(), nothing(), List.of(), List.of(), nothing());

    public SiteForm {
        worklists = List.copyOf(worklists);
        sources = List.copyOf(sources);
    }

    /** With nobody who is not to be fetched. */
    public SiteForm(SiteSection self, SiteSection pacs, List<SiteSection> worklists, List<SiteSection> sources,
            SiteSection relevance) {
        this(self, pacs, worklists, sources, relevance, nothing(), nothing());
    }

    private static SiteSection nothing() {
        return new SiteSection(0, Map.of());
    }

    public SiteForm withSelf(SiteSection changed) {
        return new SiteForm(changed, pacs, worklists, sources, relevance, exclude, procedures);
    }

    public SiteForm withPacs(SiteSection changed) {
        return new SiteForm(self, changed, worklists, sources, relevance, exclude, procedures);
    }

    public SiteForm withWorklists(List<SiteSection> changed) {
        return new SiteForm(self, pacs, changed, sources, relevance, exclude, procedures);
    }

    public SiteForm withSources(List<SiteSection> changed) {
        return new SiteForm(self, pacs, worklists, changed, relevance, exclude, procedures);
    }

    public SiteForm withProcedures(SiteSection changed) {
        return new SiteForm(self, pacs, worklists, sources, relevance, exclude, changed);
    }

    public SiteForm withExclude(SiteSection changed) {
        return new SiteForm(self, pacs, worklists, sources, relevance, changed, procedures);
    }
}
