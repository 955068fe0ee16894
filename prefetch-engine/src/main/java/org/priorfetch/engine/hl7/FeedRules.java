package org.priorfetch.engine.hl7;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How the messages of one feed are to be understood.
 *
 * @param feed its name, under which its appointments are followed
 * @param accessions where accession numbers stand, the first place that has one counts
 * @param issuer of the patient IDs of the PACS; null when it has no name
 */
public record FeedRules(String feed, List<Place> accessions, @Nullable String issuer) {

    public FeedRules {
        accessions = accessions.isEmpty() ? OrderNumbers.USUAL : List.copyOf(accessions);
    }
}
