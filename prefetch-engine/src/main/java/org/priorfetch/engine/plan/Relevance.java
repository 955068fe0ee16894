package org.priorfetch.engine.plan;

import java.time.LocalDate;
import java.util.Collection;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.WorklistItem;

/** Judges which studies matter for an appointment, each Study Instance UID given once. */
@FunctionalInterface
public interface Relevance {

    Ranking rank(WorklistItem current, Collection<PriorCandidate> candidates, RelevanceRules rules, LocalDate today);
}
