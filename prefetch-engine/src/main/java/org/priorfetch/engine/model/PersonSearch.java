package org.priorfetch.engine.model;

import java.time.LocalDate;
import java.util.List;

/**
 * Looks for a person whose ID at the source is not known.
 *
 * @param namePatterns values to match Patient's Name (0010,0010) with, one query each, with the wild card {@code *}
 * @param birthDate matched exactly, so that no query sweeps an archive
 * @param stated the same for who understands names
 */
public record PersonSearch(List<String> namePatterns, LocalDate birthDate, Stated stated) {

    public PersonSearch {
        namePatterns = List.copyOf(namePatterns);
    }

    /** For an archive alone. */
    public PersonSearch(List<String> namePatterns, LocalDate birthDate) {
        this(namePatterns, birthDate, Stated.NOTHING);
    }

    /**
     * Who is looked for, in words rather than patterns.
     *
     * @param families the ways to write the family name
     * @param givens the ways to write the given name
     */
    public record Stated(List<String> families, List<String> givens, Sex sex) {

        public static final Stated NOTHING = new Stated(List.of(), List.of(), Sex.UNKNOWN);

        public Stated {
            families = List.copyOf(families);
            givens = List.copyOf(givens);
        }

        @Override
        public String toString() {
            return "Stated";
        }
    }

    /** Names stay out of logs. */
    @Override
    public String toString() {
        return "PersonSearch";
    }
}
