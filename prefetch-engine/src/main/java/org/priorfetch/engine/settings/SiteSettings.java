package org.priorfetch.engine.settings;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Exclusions;
import org.priorfetch.engine.model.ProcedureTable;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.StudyRef;

/**
 * Everything that {@code site.yaml} says.
 *
 * @param procedures what the site's procedures show, and how they are coded here
 * @param exclude whose studies are not to be fetched
 * @param databaseUrl null for the embedded database in the home folder
 */
public record SiteSettings(SelfSettings self, PacsSettings pacs, List<WorklistSettings> worklists,
        List<SourceSettings> sources, RelevanceRules relevance, ProcedureTable procedures,
        Exclusions exclude, @Nullable String databaseUrl) {

    public SiteSettings {
        worklists = List.copyOf(worklists);
        sources = List.copyOf(sources);
    }

    /** How much each peer is asked to bear: the sources by name, and the PACS under {@link StudyRef#PACS}. */
    public Map<String, SourceBudget> budgets() {
        Map<String, SourceBudget> budgets = new HashMap<>();
        budgets.put(StudyRef.PACS, pacs.budget());
        sources.forEach(source -> budgets.put(source.name(), source.budget()));
        return budgets;
    }

    /** The same with other rules. */
    SiteSettings with(RelevanceRules rules) {
        return new SiteSettings(self, pacs, worklists, sources, rules, procedures, exclude, databaseUrl);
    }

    /** Without the database's URL, which may hold a password. */
    @Override
    public String toString() {
        return "SiteSettings[" + self + ", " + pacs + ", " + worklists + ", " + sources + ", " + relevance + ", "
                + procedures + ", " + exclude + "]";
    }
}
