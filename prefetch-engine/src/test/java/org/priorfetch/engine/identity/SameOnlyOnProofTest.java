package org.priorfetch.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.priorfetch.engine.identity.PatientRules.Known;
import org.priorfetch.engine.model.IdMapping;
import org.priorfetch.engine.model.IdRewrite;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.IdentityDecision.Accept;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientLink;
import org.priorfetch.engine.model.PatientScheme;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Sex;

/** What is missing, added or in another order never turns a decision into "same". */
class SameOnlyOnProofTest {

    private static final int TRIES = 6_000;
    private static final IdMapping MAPPING = new IdMapping(IdRewrite.NONE, IdMapping.KEPT, "H", "");

    enum Scheme {
        SAME, MAPPED, DEMOGRAPHICS;

        PatientScheme scheme() {
            return switch (this) {
                case SAME -> PatientScheme.SAME;
                case MAPPED -> new PatientScheme.Mapped(MAPPING);
                case DEMOGRAPHICS -> new PatientScheme.Demographics();
            };
        }

        PatientRules rules(List<PatientLink> links) {
            return new PatientRules(scheme(), this == SAME ? "HOSP" : "UNI", "HOSP", PatientLinks.of(links, "HOSP"));
        }

        IdentityDecision decide(Known local, Known other) {
            return rules(List.of()).onReceiving(local, other, other);
        }
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private static Patient patient(Random random, List<String> ids) {
        String name = pick(random, List.of("Muster^Erika", "Muster^Erika", "Muster^Erika Maria", "Erika^Muster",
                "Muster-Beispiel^Erika", "Muster^Eva", "Muster^E", "Muster^Baby", "Beispiel^Erika", "Unknown^", "",
                "^^", "=\u5c71\u7530^\u592a\u90ce", "Muster^Erika=\u5c71\u7530^\u592a\u90ce", "\u0000^*",
                "^".repeat(70)));
        LocalDate born = pick(random, dates());
        return new Patient(new PatientKey(pick(random, ids), pick(random, issuers())), name, born,
                pick(random, List.of(Sex.F, Sex.F, Sex.F, Sex.M, Sex.O, Sex.UNKNOWN)));
    }

    private static List<LocalDate> dates() {
        List<LocalDate> dates = new ArrayList<>(Collections.nCopies(5, LocalDate.of(1970, 5, 4)));
        dates.add(LocalDate.of(1970, 4, 5));
        dates.add(LocalDate.of(1900, 1, 1));
        dates.add(null);
        return dates;
    }

    private static List<String> issuers() {
        List<String> issuers = new ArrayList<>(List.of("HOSP", "UNI", "LAB", ""));
        issuers.add(null);
        return issuers;
    }

    private static PatientTraits traits(Random random) {
        Set<PatientKey> ids = new HashSet<>();
        for (int count = random.nextInt(3); count > 0; count--) {
            ids.add(new PatientKey(pick(random, List.of("P1", "P2", "X", "")), pick(random, issuers())));
        }
        return new PatientTraits(ids, pick(random, List.of("", "", "Lange Str. 12^^Ort")),
                pick(random, List.of(Set.of(), Set.of("030 1234567"), Set.of("0"))),
                pick(random, List.of("", "Schulze", "unknown")), pick(random, List.of("", "R")));
    }

    private static Known known(Random random, List<String> ids) {
        return new Known(patient(random, ids), traits(random));
    }

    /** Takes away values, never changes one. */
    private static Known poorer(Random random, Known one) {
        Patient patient = one.patient();
        PatientKey key = random.nextInt(4) == 0 ? PatientKey.of("") : patient.key();
        return new Known(
                new Patient(key, random.nextInt(3) == 0 ? "" : patient.patientName(),
                        random.nextInt(3) == 0 ? null : patient.patientBirthDate(),
                        random.nextInt(3) == 0 ? Sex.UNKNOWN : patient.patientSex()),
                random.nextBoolean() ? PatientTraits.NONE : one.traits());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMissingNeverMakesThemTheSame(Scheme scheme) {
        Random random = new Random(1);
        int accepted = 0;
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Known local = known(random, List.of("P1", "P1", "P2"));
            Known other = known(random, List.of("P1", "P1", "HP1", "HP1", "P2"));
            boolean same = scheme.decide(local, other) instanceof Accept;
            accepted += same ? 1 : 0;
            boolean withLess = scheme.decide(poorer(random, local), poorer(random, other)) instanceof Accept;
            assertThat(same || !withLess).as("%s / %s", local, other).isTrue();
        }
        assertThat(accepted).as("some were the same").isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void whoeverIsAcceptedAgreesInNameBirthDateAndSexAndMoreThanAnId(Scheme scheme) {
        Random random = new Random(2);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Known local = known(random, List.of("P1", "P1", "P2"));
            Known other = known(random, List.of("P1", "HP1", "P2"));
            if (scheme.decide(local, other) instanceof Accept) {
                Evidence evidence = Evidence.of(local.patient(), other.patient());
                assertThat(evidence.agrees()).isTrue();
                assertThat(evidence.birthDate()).isEqualTo(Agreement.SAME);
                assertThat(evidence.sex()).isEqualTo(Agreement.SAME);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatElseIsStatedMakesNobodyTheSameWhoseNameBirthDateOrSexContradicts(Scheme scheme) {
        Random random = new Random(3);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Known local = known(random, List.of("P1"));
            Known other = known(random, List.of("P1", "HP1"));
            if (Evidence.of(local.patient(), other.patient()).contradicts()) {
                Known richer = new Known(other.patient(), local.traits());
                assertThat(scheme.decide(local, richer)).isNotInstanceOf(Accept.class);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"SAME", "MAPPED"})
    void otherIdsAndAddressesChangeNothingWhereIdsDecide(Scheme scheme) {
        Random random = new Random(4);
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Known local = known(random, List.of("P1", "P2"));
            Known other = known(random, List.of("P1", "HP1"));
            Known bare = new Known(other.patient(), PatientTraits.NONE);

            assertThat(scheme.decide(local, other)).isEqualTo(scheme.decide(local, bare));
        }
    }

    @ParameterizedTest
    @EnumSource
    void theOrderOfLinksAndOfWhatIsComparedChangesNothing(Scheme scheme) {
        Random random = new Random(5);
        for (int attempt = 0; attempt < TRIES / 4; attempt++) {
            Known local = known(random, List.of("P1", "P2"));
            Known other = known(random, List.of("P1", "P2", "HP1"));
            List<PatientLink> links = new ArrayList<>(List.of(link("P1", "P2"), link("P3", "P2"), link("P3", "P4")));
            IdentityDecision before = scheme.rules(links).onReceiving(local, other, other);
            Collections.shuffle(links, random);

            assertThat(scheme.rules(links).onReceiving(local, other, other)).isEqualTo(before);
            assertThat(Evidence.of(local.patient(), other.patient()))
                    .isEqualTo(Evidence.of(other.patient(), local.patient()));
            assertThat(scheme.rules(links).search(local.patient())).isNotNull();
        }
    }

    private static PatientLink link(String one, String other) {
        return new PatientLink(PatientKey.of(one), PatientKey.of(other), Instant.EPOCH);
    }
}
