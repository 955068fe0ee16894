package org.priorfetch.engine.api;

import org.priorfetch.engine.model.RelevanceRules;

/**
 * What {@code site.yaml} says of relevance.
 *
 * @param version changes with every change of the file
 * @param file its path
 * @param writable whether we may change it, or make it where it is missing
 */
public record RulesReport(RelevanceRules rules, String version, String file, boolean writable) {}
