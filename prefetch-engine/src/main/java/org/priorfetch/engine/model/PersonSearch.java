package org.priorfetch.engine.model;

import java.time.LocalDate;
import java.util.List;

/**
 * Looks for a person whose ID at the source is not known.
 *
 * @param namePatterns values to match Patient's Name (0010,0010) with, one query each, with the wild card {@code *}
 * @param birthDate matched exactly, so that no query sweeps an archive
 */
public record PersonSearch(List<String> namePatterns, LocalDate birthDate) {

    public PersonSearch {
        namePatterns = List.copyOf(namePatterns);
    }

    /** Names stay out of logs. */
    @Override
    public String toString() {
        return "PersonSearch";
    }
}
