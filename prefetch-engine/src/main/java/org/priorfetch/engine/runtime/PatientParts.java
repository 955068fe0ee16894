package org.priorfetch.engine.runtime;

import java.util.function.Supplier;

import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.Repositories;
import org.priorfetch.engine.prior.RelevanceRanker;
import org.priorfetch.engine.settings.SiteSettings;

/**
 * The parts of an engine that know who a patient is, and what of the patient matters.
 *
 * @param references under which IDs patient indexes know them
 * @param links which IDs mean the same patient
 */
record PatientParts(DecisionBook decisions, LinkBook links, CrossReferences references, RelevanceRanker ranker,
        FeedbackBook feedback, SitePolicy policy, SiteImports imports, ReportShelf textReports) {

    static PatientParts of(SiteSettings site, Repositories repositories, SiteConnections connections,
            AppointmentBook book, Clock clock, Supplier<String> person) {
        DecisionBook decisions = new DecisionBook(repositories.reviews(), clock, person);
        LinkBook links = new LinkBook(repositories.patientLinks(), site.pacs().issuer(), clock);
        CrossReferences references = new CrossReferences(connections.patients().indexes(), clock);
        RelevanceRanker ranker = new RelevanceRanker(site.procedures());
        ChosenInstances chosen = new ChosenInstances(appointment -> book.find(appointment)
                .map(entry -> ranker.limits(entry.appointment().item(), site.relevance()).selection()));
        SitePolicy policy = new SitePolicy(site,
                new SitePolicy.Knowledge(decisions::remembered, links::links, book::traits, chosen, references));
        return new PatientParts(decisions, links, references, ranker,
                new FeedbackBook(repositories.feedback(), book, ranker, site.relevance(), clock, person), policy,
                new SiteImports(policy, clock),
                new ReportShelf(repositories.textReports(), policy, links, site.pacs().issuer()));
    }
}
