package org.priorfetch.engine.identity;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PersonSearch;
import org.priorfetch.engine.model.Sex;

/**
 * Makes the few queries that find a person by name and birth date, however the other archive writes the name. Vowels, which
 * differ most between ways of writing, become wild cards; the exact birth date keeps the answer small.
 */
final class PersonSearches {

    private static final int MOST_PARTS = 2;
    private static final int LONGEST = 64;
    private static final int FEWEST_LETTERS = 1;
    private static final Pattern VAGUE = Pattern
            .compile("(?:ss|SS|[^b-df-hj-np-tv-xzB-DF-HJ-NP-TV-XZ0-9])+");
    private static final Pattern NOT_IN_PATTERNS = Pattern.compile("[*?\\\\=^\\p{Cntrl}]");

    private PersonSearches() {}

    /** Empty when name or birth date are not known well enough to look for anybody. */
    static Optional<PersonSearch> of(Patient patient) {
        LocalDate born = patient.patientBirthDate();
        if (born == null || !BirthDates.isKnown(born) || !PersonNames.isKnown(patient.patientName())) {
            return Optional.empty();
        }
        Set<String> patterns = new LinkedHashSet<>();
        List<NameGroup> groups = PersonNames.groups(patient.patientName());
        for (int place = 0; place < groups.size(); place++) {
            if (groups.get(place).isComplete()) {
                patterns.addAll(place == 0 ? alphabetic(groups.get(place)) : inCharacters(groups.get(place)));
            }
        }
        patterns.removeIf(pattern -> pattern.length() > LONGEST);
        return patterns.isEmpty() ? Optional.empty()
                : Optional.of(new PersonSearch(List.copyOf(patterns), born, stated(groups, patient.patientSex())));
    }

    private static PersonSearch.Stated stated(List<NameGroup> groups, Sex sex) {
        return groups.stream()
                .filter(NameGroup::isComplete)
                .findFirst()
                .map(name -> StatedNames.of(name, sex))
                .orElse(PersonSearch.Stated.NOTHING);
    }

    /** Also in capitals, for archives that tell them apart, and with both names exchanged. */
    private static List<String> alphabetic(NameGroup name) {
        List<String> patterns = new ArrayList<>();
        String given = initial(name.given());
        NameGroup.partsAsWritten(name.family())
                .stream()
                .filter(part -> part.length() > 1 && !FamilyNames.isParticle(part.toLowerCase(Locale.ROOT)))
                .limit(MOST_PARTS)
                .map(part -> vague(part) + "^" + given)
                .forEach(patterns::add);
        List<String> inCapitals = patterns.stream().map(pattern -> pattern.toUpperCase(Locale.ROOT)).toList();
        patterns.addAll(inCapitals);
        patterns.add(vague(NameGroup.partsAsWritten(name.given()).getFirst()) + "^" + vague(name.family()));
        return patterns;
    }

    /** Ideographic and phonetic groups stand after the first "=". */
    private static List<String> inCharacters(NameGroup name) {
        return List.of("*" + safe(name.family()) + "*" + safe(name.given()) + "*");
    }

    private static String initial(String given) {
        return VAGUE.matcher(given.substring(0, 1)).replaceAll("") + "*";
    }

    /** With too few letters left it would find everybody, and the name stands as it is. */
    private static String vague(String name) {
        String pattern = "*" + VAGUE.matcher(name).replaceAll("*") + "*";
        boolean tooVague = pattern.replace("*", "").length() < FEWEST_LETTERS;
        return (tooVague ? "*" + safe(name) + "*" : pattern).replaceAll("\\*+", "*");
    }

    private static String safe(String name) {
        return NOT_IN_PATTERNS.matcher(name).replaceAll("*");
    }
}
