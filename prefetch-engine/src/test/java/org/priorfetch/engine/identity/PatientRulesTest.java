package org.priorfetch.engine.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.engine.identity.PatientRules.Known;
import org.priorfetch.engine.model.CrossReference;
import org.priorfetch.engine.model.IdMapping;
import org.priorfetch.engine.model.IdRewrite;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.IdentityDecision.Accept;
import org.priorfetch.engine.model.IdentityDecision.Hold;
import org.priorfetch.engine.model.IdentityDecision.Refuse;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientLink;
import org.priorfetch.engine.model.PatientScheme;
import org.priorfetch.engine.model.PatientSearch;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PersonSearch;
import org.priorfetch.engine.model.Sex;

class PatientRulesTest {

    private static final LocalDate BORN = LocalDate.of(1970, 5, 4);
    private static final Patient LOCAL = patient("P123456", "HOSP", "M\u00fcller-Schmidt^J\u00f6rg", BORN, Sex.M);
    private static final PatientScheme MAPPED = new PatientScheme.Mapped(
            new IdMapping(IdRewrite.of("P(\\d{6})", "$1").orElseThrow(), IdMapping.KEPT, "H-", ""));
    private static final PatientScheme DEMOGRAPHICS = new PatientScheme.Demographics();

    private static Patient patient(String id, String issuer, String name, LocalDate born, Sex sex) {
        return new Patient(new PatientKey(id, issuer), name, born, sex);
    }

    private static Known known(Patient patient) {
        return new Known(patient, PatientTraits.NONE);
    }

    private static PatientTraits traits(Set<PatientKey> ids, String address, String phone, String mother) {
        return new PatientTraits(ids, address, phone.isEmpty() ? Set.of() : Set.of(phone), mother, "");
    }

    private static PatientRules rules(PatientScheme scheme, String sourceIssuer) {
        return new PatientRules(scheme, sourceIssuer, "HOSP", PatientLinks.NONE);
    }

    private static String word(IdentityDecision decision) {
        return switch (decision) {
            case Accept _ -> "Accept";
            case Hold hold -> hold.conflicting() ? "Conflict" : "Hold";
            case Refuse _ -> "Refuse";
        };
    }

    @Test
    void asksForTheMappedIdAndForNothingWhereThereIsNone() {
        PatientRules rules = rules(MAPPED, "REGIO");

        assertThat(rules.search(LOCAL))
                .isEqualTo(new PatientSearch.ById(List.of(new PatientKey("H-123456", "REGIO"))));
        assertThat(rules.search(LOCAL.with(new PatientKey("X1", "HOSP")))).isInstanceOf(PatientSearch.Nothing.class);
        assertThat(rules.search(LOCAL.with(new PatientKey("P123456", "LAB"))))
                .as("the ID of another domain is not the PACS's")
                .isInstanceOf(PatientSearch.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"H-123456,-,M\u00fcller-Schmidt^J\u00f6rg,Accept",
            "H-123456,REGIO,MUELLER-SCHMIDT^JOERG,Accept", "H-123456,OTHER,M\u00fcller-Schmidt^J\u00f6rg,Refuse",
            "H-123456,HOSP,M\u00fcller-Schmidt^J\u00f6rg,Refuse", "H-123457,-,M\u00fcller-Schmidt^J\u00f6rg,Refuse",
            "P123456,-,M\u00fcller-Schmidt^J\u00f6rg,Refuse", "123456,-,M\u00fcller-Schmidt^J\u00f6rg,Refuse",
            "H-123456,-,M\u00fcller-Schmidt^J\u00fcrgen,Conflict", "H-123456,-,M\u00fcller-Schmidt^J,Hold",
            "'',-,M\u00fcller-Schmidt^J\u00f6rg,Hold"})
    void theReturnedIdMustBeTheMappedOne(String id, String issuer, String name, String expected) {
        Known other = known(patient(id, issuer, name, BORN, Sex.M));

        assertThat(word(rules(MAPPED, "REGIO").onFinding(known(LOCAL), other))).isEqualTo(expected);
        assertThat(word(rules(MAPPED, "REGIO").onReceiving(known(LOCAL), other, other))).isEqualTo(expected);
    }

    private static PatientRules crossReferenced(@Nullable CrossReference said) {
        return new PatientRules(new PatientScheme.CrossReferenced(), "UNI", "HOSP", PatientLinks.NONE,
                key -> key.equals(LOCAL.key()) ? Optional.ofNullable(said) : Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"U7,-,M\u00fcller-Schmidt^J\u00f6rg,Accept",
            "U8,UNI,MUELLER-SCHMIDT^JOERG,Accept", "U7,HOSP,M\u00fcller-Schmidt^J\u00f6rg,Refuse",
            "U7,OTHER,M\u00fcller-Schmidt^J\u00f6rg,Refuse", "U9,-,M\u00fcller-Schmidt^J\u00f6rg,Refuse",
            "P123456,-,M\u00fcller-Schmidt^J\u00f6rg,Refuse", "U7,-,M\u00fcller-Schmidt^J\u00fcrgen,Conflict",
            "U7,-,M\u00fcller-Schmidt^J,Hold", "'',-,M\u00fcller-Schmidt^J\u00f6rg,Hold"})
    void anIdThatTheIndexGaveStillNeedsTheSamePerson(String id, String issuer, String name, String expected) {
        PatientRules rules = crossReferenced(new CrossReference.Ids(List.of("U7", "U8")));
        Known other = known(patient(id, issuer, name, BORN, Sex.M));

        assertThat(word(rules.onFinding(known(LOCAL), other))).isEqualTo(expected);
        assertThat(word(rules.onReceiving(known(LOCAL), other, other))).isEqualTo(expected);
    }

    @Test
    void withoutAnIdFromTheIndexAPersonDecides() {
        Known other = known(LOCAL.with(PatientKey.of("U7")));
        for (CrossReference said : new CrossReference[]{null, new CrossReference.NoneThere(),
                new CrossReference.NotInIndex()}) {
            assertThat(word(crossReferenced(said).onFinding(known(LOCAL), other))).isEqualTo("Hold");
            assertThat(word(crossReferenced(said).onReceiving(known(LOCAL), other, other))).isEqualTo("Hold");
        }
    }

    @Test
    void theIndexIsAskedForTheIdsOfThePacsOnly() {
        PatientRules rules = crossReferenced(null);

        assertThat(rules.search(LOCAL)).isEqualTo(new PatientSearch.ByCrossReference(List.of(LOCAL.key())));
        assertThat(rules.search(LOCAL.with(new PatientKey("P123456", "LAB"))))
                .isEqualTo(new PatientSearch.ByCrossReference(List.of()));
    }

    @Test
    void aStatedIssuerThatNobodyHasNamedIsNoProofForAMappedId() {
        Known stated = known(patient("H-123456", "WHO", LOCAL.patientName(), BORN, Sex.M));

        assertThat(word(rules(MAPPED, null).onFinding(known(LOCAL), stated))).isEqualTo("Hold");
    }

    @Test
    void oldAndNewIdsFindPriorsAfterAMerge() {
        PatientKey old = new PatientKey("P000001", "HOSP");
        PatientLinks links = PatientLinks.of(List.of(new PatientLink(old, LOCAL.key(), Instant.EPOCH)), "HOSP");
        PatientRules same = new PatientRules(PatientScheme.SAME, null, "HOSP", links);
        PatientRules mapped = new PatientRules(MAPPED, "REGIO", "HOSP", links);

        assertThat(same.search(LOCAL)).isEqualTo(new PatientSearch.ById(List.of(LOCAL.key(), old)));
        assertThat(mapped.search(LOCAL)).isEqualTo(new PatientSearch.ById(
                List.of(new PatientKey("H-123456", "REGIO"), new PatientKey("H-000001", "REGIO"))));
        assertThat(word(same.onFinding(known(LOCAL), known(LOCAL.with(PatientKey.of("P000001")))))).isEqualTo("Accept");
        assertThat(word(same.onFinding(known(LOCAL), known(LOCAL.with(PatientKey.of("P000002")))))).isEqualTo("Refuse");
        assertThat(word(same.onFinding(known(LOCAL.with(old)), known(LOCAL)))).as("the other way").isEqualTo("Accept");
        Patient somebody = patient("P000001", "HOSP", "Beispiel^Max", BORN, Sex.M);
        assertThat(word(same.onFinding(known(LOCAL), known(somebody)))).isEqualTo("Conflict");
    }

    @Test
    void followsChainsAndRingsOfLinks() {
        PatientKey a = PatientKey.of("A");
        PatientKey b = new PatientKey("B", "HOSP");
        PatientKey c = PatientKey.of("C");
        PatientLinks links = PatientLinks.of(List.of(new PatientLink(a, b, Instant.EPOCH),
                new PatientLink(PatientKey.of("B"), c, Instant.EPOCH), new PatientLink(c, a, Instant.EPOCH)), "HOSP");

        assertThat(links.idsOf(PatientKey.of("A"))).containsExactly(a, b, c);
        assertThat(links.idsOf(new PatientKey("A", "LAB"))).containsExactly(new PatientKey("A", "LAB"));
        assertThat(links.idsOf(PatientKey.of(""))).hasSize(1);
    }

    @Test
    void looksForAPersonByNameAndBirthDateInAFewQueries() {
        assertThat(rules(DEMOGRAPHICS, "UNI").search(LOCAL)).isEqualTo(new PatientSearch.ByPerson(new PersonSearch(
                List.of("*M*ll*r*^J*", "*Schm*dt*^J*", "*M*LL*R*^J*", "*SCHM*DT*^J*", "*J*rg*^*M*ll*r*Schm*dt*"),
                BORN, new PersonSearch.Stated(
                        List.of("M\u00fcller-Schmidt", "Mueller-Schmidt", "M\u00fcller", "Mueller", "Schmidt"),
                        List.of("J\u00f6rg", "Joerg"), Sex.M))));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"'',1970-05-04", "Unknown^,1970-05-04", "M\u00fcller^Baby,1970-05-04",
            "M\u00fcller^J\u00f6rg,-", "M\u00fcller^J\u00f6rg,1900-01-01", "M\u00fcller^,1970-05-04"})
    void looksForNobodyWhoIsHardlyKnown(String name, LocalDate born) {
        assertThat(rules(DEMOGRAPHICS, null).search(patient("1", null, name, born, Sex.M)))
                .isInstanceOf(PatientSearch.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"M\u00fcller-Schmidt^J\u00f6rg,1970-05-04,M,Hold",
            "M\u00fcller^J\u00f6rg,1970-05-04,M,Hold", "M\u00fcller-Schmidt^J\u00f6rg,-,M,Hold",
            "M\u00fcller-Schmidt^J\u00f6rg,1970-05-04,-,Hold",
            "M\u00fcller-Schmidt^J\u00f6rg,1970-04-05,M,Hold", "M\u00fcller-Schmidt^J\u00f6rg,1970-05-04,F,Hold",
            "M\u00fcller-Schmidt^Jorg,1970-05-04,M,Hold", "M\u00fcller-Schmidt^Julian,1970-05-04,M,Refuse",
            "M\u00fcller-Schmidt^J\u00f6rg,1941-11-30,M,Refuse", "Beispiel^J\u00f6rg,1970-05-04,M,Refuse",
            "M\u00fcller-Schmidt^Julia,1970-05-04,F,Refuse"})
    void byNameAndBirthDateAloneAPersonDecidesOrItIsSomebodyElse(String name, LocalDate born, String sex,
            String expected) {
        Known other = known(patient("U7", "UNI", name, born, Sex.of(sex)));

        assertThat(word(rules(DEMOGRAPHICS, "UNI").onFinding(known(LOCAL), other))).isEqualTo(expected);
        assertThat(word(rules(DEMOGRAPHICS, "UNI").onReceiving(known(LOCAL), other, other))).isEqualTo(expected);
    }

    private static final PatientTraits OURS = traits(Set.of(new PatientKey("I9", "INSURANCE")),
            "Lange Stra\u00dfe 12^^Musterstadt^^12345", "+49 (0)30 / 123 45 67", "Schulze^Eva");

    private static String withTraits(PatientTraits ours, PatientTraits theirs, String name) {
        Known other = new Known(patient("U7", null, name, BORN, Sex.M), theirs);
        return word(rules(DEMOGRAPHICS, "UNI").onFinding(new Known(LOCAL, ours), other));
    }

    @Test
    void aFurtherStrongIdentifierProvesIt() {
        String name = "MUELLER-SCHMIDT^JOERG";
        PatientTraits ourId = traits(Set.of(new PatientKey("P123456", "hosp")), "", "", "");

        assertThat(withTraits(OURS, ourId, name)).isEqualTo("Accept");
        assertThat(withTraits(OURS, traits(Set.of(new PatientKey("I9", "Insurance")), "", "", ""), name))
                .isEqualTo("Accept");
        assertThat(withTraits(OURS, traits(Set.of(), "12345 MUSTERSTADT, LANGE STRASSE 12", "", ""), name))
                .as("another order is no proof")
                .isEqualTo("Hold");
        assertThat(withTraits(OURS, traits(Set.of(), "LANGE STRASSE 12^^MUSTERSTADT^^12345", "", ""), name))
                .isEqualTo("Accept");
        assertThat(withTraits(OURS, traits(Set.of(), "", "030 1234567", ""), name)).isEqualTo("Accept");
        assertThat(withTraits(OURS, traits(Set.of(), "", "", "SCHULZE"), name)).isEqualTo("Accept");
    }

    @Test
    void nothingElseProvesIt() {
        String name = "M\u00fcller-Schmidt^J\u00f6rg";

        assertThat(withTraits(OURS, PatientTraits.NONE, name)).isEqualTo("Hold");
        assertThat(withTraits(PatientTraits.NONE, PatientTraits.NONE, name)).as("two empty values").isEqualTo("Hold");
        assertThat(withTraits(OURS, traits(Set.of(new PatientKey("P123456", "LAB")), "", "", ""), name))
                .isEqualTo("Hold");
        assertThat(withTraits(OURS, traits(Set.of(new PatientKey("P123456", null)), "", "", ""), name))
                .isEqualTo("Hold");
        assertThat(withTraits(traits(Set.of(), "", "000000000", ""), traits(Set.of(), "", "00000000", ""), name))
                .isEqualTo("Hold");
        assertThat(withTraits(traits(Set.of(), "unknown", "", "unknown"), traits(Set.of(), "unknown", "", "unknown"),
                name)).isEqualTo("Hold");
        assertThat(withTraits(OURS, OURS, "M\u00fcller-Schmidt^Jan")).as("a twin at the same address")
                .isEqualTo("Hold");
        assertThat(withTraits(OURS, OURS, "M\u00fcller-Schmidt^Baby")).isEqualTo("Hold");
        assertThat(withTraits(OURS, OURS, "M\u00fcller^J\u00f6rg")).as("not quite the same name").isEqualTo("Hold");
    }

    @Test
    void whatTheArchiveListedCountsForAnImageOfTheVerySamePatient() {
        PatientRules rules = rules(DEMOGRAPHICS, "UNI");
        Known local = new Known(LOCAL, OURS);
        Patient there = patient("U7", null, LOCAL.patientName(), BORN, Sex.M);
        Known listed = new Known(there, traits(Set.of(), "", "030 1234567", ""));

        assertThat(word(rules.onReceiving(local, listed, known(there)))).isEqualTo("Accept");
        assertThat(word(rules.onReceiving(local, listed, known(there.with(PatientKey.of("U8")))))).isEqualTo("Hold");
        assertThat(word(rules.onReceiving(local, known(there), known(there)))).isEqualTo("Hold");
    }

    @Test
    void saysWhatProvedIt() {
        Known other = new Known(patient("U7", null, LOCAL.patientName(), BORN, Sex.M), OURS);

        assertThat(rules(DEMOGRAPHICS, "UNI").onFinding(new Known(LOCAL, OURS), other).reason().text()).isEqualTo(
                "same name, birth date and sex, an ID of the PACS agrees, address agrees, phone number agrees, "
                        + "mother's birth name agrees");
    }
}
