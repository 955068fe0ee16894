package org.priorfetch.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.identity.PatientRules.Known;
import org.priorfetch.engine.model.IdMapping;
import org.priorfetch.engine.model.IdRewrite;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientLink;
import org.priorfetch.engine.model.PatientScheme;
import org.priorfetch.engine.model.PatientTraits;

/** Pairs of which half are one person in two systems, and half are two who are easily taken for one. */
class GeneratedPairsTest {

    private static final int PAIRS = 100_000;
    private static final double ACCEPTED_WITHOUT_ASKING = 0.98;

    private enum Outcome {
        ACCEPTED, HELD, REFUSED
    }

    private record Figures(Map<Outcome, Integer> same, Map<Outcome, Integer> different, List<String> mistaken) {

        static Figures none() {
            return new Figures(new EnumMap<>(Outcome.class), new EnumMap<>(Outcome.class), new ArrayList<>());
        }

        double acceptedOfSame() {
            return (double) same.getOrDefault(Outcome.ACCEPTED, 0)
                    / same.values().stream().mapToInt(Integer::intValue).sum();
        }

        @Override
        public String toString() {
            return "one person: " + same + " (" + String.format("%.2f %%", 100 * acceptedOfSame())
                    + " accepted without asking); two people: " + different;
        }
    }

    private static Outcome outcome(IdentityDecision decision) {
        return switch (decision) {
            case IdentityDecision.Accept _ -> Outcome.ACCEPTED;
            case IdentityDecision.Hold _ -> Outcome.HELD;
            case IdentityDecision.Refuse _ -> Outcome.REFUSED;
        };
    }

    private static Known known(Patient patient) {
        return new Known(patient, PatientTraits.NONE);
    }

    private interface Judge {
        IdentityDecision of(Patient local, Patient other);
    }

    private static Figures measure(long seed, int pairs, Judge judge) {
        GeneratedPatients generated = new GeneratedPatients(seed);
        Figures figures = Figures.none();
        for (int pair = 0; pair < pairs / 2; pair++) {
            Patient local = generated.person();
            figures.same().merge(outcome(judge.of(local, generated.again(local))), 1, Integer::sum);
            Patient other = generated.somebodyElse(local);
            Outcome outcome = outcome(judge.of(local, other));
            figures.different().merge(outcome, 1, Integer::sum);
            if (outcome == Outcome.ACCEPTED) {
                figures.mistaken().add(local.patientName() + " / " + other.patientName());
            }
        }
        return figures;
    }

    private static PatientRules rules(PatientScheme scheme, String sourceIssuer, PatientLinks links) {
        return new PatientRules(scheme, sourceIssuer, "HOSP", links);
    }

    @Test
    void inOneDomainOfIdsNobodyElseIsAcceptedAndHardlyAnybodyIsAskedFor() {
        PatientRules rules = rules(PatientScheme.SAME, null, PatientLinks.NONE);

        Figures figures = measure(1, PAIRS,
                (local, other) -> rules.onReceiving(known(local), known(other), known(other)));

        System.out.println("One domain of IDs: " + figures);
        assertThat(figures.mistaken()).isEmpty();
        assertThat(figures.acceptedOfSame()).isGreaterThanOrEqualTo(ACCEPTED_WITHOUT_ASKING);
    }

    @Test
    void withMappedIdsTheSameHolds() {
        IdMapping mapping = new IdMapping(IdRewrite.of("(\\d{4})(\\d{3})", "$2-$1").orElseThrow(), IdMapping.KEPT, "R",
                "");
        PatientRules rules = rules(new PatientScheme.Mapped(mapping), "REGIO", PatientLinks.NONE);

        Figures figures = measure(3, PAIRS / 5, (local, other) -> {
            String there = mapping.there(other.key().patientId()).orElseThrow();
            Patient stated = other.with(new PatientKey(there, "REGIO"));
            return rules.onReceiving(known(local), known(stated), known(stated));
        });

        System.out.println("Mapped IDs: " + figures);
        assertThat(figures.mistaken()).isEmpty();
        assertThat(figures.acceptedOfSame()).isGreaterThanOrEqualTo(ACCEPTED_WITHOUT_ASKING);
    }

    @Test
    void overACrossReferenceTheSameHolds() {
        Figures figures = measure(4, PAIRS / 5, (local, other) -> {
            PatientKey old = new PatientKey("OLD" + local.key().patientId(), "HOSP");
            PatientLinks links = PatientLinks
                    .of(List.of(new PatientLink(old, local.key(), Instant.EPOCH)), "HOSP");
            Patient stated = other.with(old);
            return rules(PatientScheme.SAME, null, links).onReceiving(known(local), known(stated), known(stated));
        });

        System.out.println("Cross-reference: " + figures);
        assertThat(figures.mistaken()).isEmpty();
        assertThat(figures.acceptedOfSame()).isGreaterThanOrEqualTo(ACCEPTED_WITHOUT_ASKING);
    }

    @Test
    void byNameAndBirthDateAloneNobodyIsEverAccepted() {
        PatientRules rules = rules(new PatientScheme.Demographics(), "UNI", PatientLinks.NONE);
        GeneratedPatients ids = new GeneratedPatients(5);

        Figures figures = measure(6, PAIRS / 5, (local, other) -> {
            Patient stated = other.with(new PatientKey(ids.id(), "UNI"));
            return rules.onReceiving(known(local), known(stated), known(stated));
        });

        System.out.println("Name and birth date alone: " + figures);
        assertThat(figures.same()).doesNotContainKey(Outcome.ACCEPTED);
        assertThat(figures.mistaken()).isEmpty();
        assertThat(figures.same().getOrDefault(Outcome.HELD, 0))
                .as("a person is asked about nearly everybody who is the same")
                .isGreaterThan(PAIRS / 10 * 98 / 100);
    }

    /** What is asked of the archive finds whoever is written otherwise there. */
    @Test
    void theQueriesByNameFindThemAll() {
        GeneratedPatients generated = new GeneratedPatients(7);
        int found = 0;
        int all = 0;
        for (int pair = 0; pair < 5_000; pair++) {
            Patient local = generated.person();
            Patient there = generated.again(local);
            Optional<List<String>> patterns = PersonSearches.of(local).map(search -> search.namePatterns());
            assertThat(patterns.orElseThrow()).hasSizeLessThanOrEqualTo(6);
            if (local.patientBirthDate().equals(there.patientBirthDate())) {
                all++;
                found += patterns.get().stream().anyMatch(pattern -> matches(pattern, there.patientName())) ? 1 : 0;
            }
        }
        System.out.println("Found by name and birth date: " + found + " of " + all);
        assertThat(found).isGreaterThan(all * 99 / 100);
    }

    private static boolean matches(String pattern, String name) {
        return name.matches("(?s)\\Q" + pattern.replace("*", "\\E.*\\Q") + "\\E");
    }
}
