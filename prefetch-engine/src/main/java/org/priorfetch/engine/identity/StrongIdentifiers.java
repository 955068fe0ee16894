package org.priorfetch.engine.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;

/** What proves, beside name, birth date and sex, that two systems mean one person: what agrees, one phrase each. */
record StrongIdentifiers(List<Message> agreeing) {

    private static final int SHORTEST_ADDRESS = 10;
    private static final int SHORTEST_PHONE = 7;
    private static final int SHORTEST_NAME = 3;

    /** @param localIds all IDs that the local patient has, or has had */
    static StrongIdentifiers of(List<PatientKey> localIds, PatientTraits local, Patient other, PatientTraits stated,
            @Nullable String pacsIssuer) {
        List<Message> agreeing = new ArrayList<>();
        add(agreeing, sharesId(localIds, local, other, stated, pacsIssuer), "identity.otherIdAgrees");
        add(agreeing, isSame(local.address(), stated.address(), SHORTEST_ADDRESS), "identity.addressAgrees");
        add(agreeing, sharesPhone(local.phones(), stated.phones()), "identity.phoneAgrees");
        add(agreeing, isSame(family(local.mothersBirthName()), family(stated.mothersBirthName()), SHORTEST_NAME),
                "identity.mothersNameAgrees");
        return new StrongIdentifiers(agreeing);
    }

    private static void add(List<Message> agreeing, boolean agrees, String key) {
        if (agrees) {
            agreeing.add(Message.of(key));
        }
    }

    /** Only where both sides name the same issuer: an ID without one may be anybody's. */
    private static boolean sharesId(List<PatientKey> localIds, PatientTraits local, Patient other,
            PatientTraits stated, @Nullable String pacsIssuer) {
        Set<PatientKey> ours = localIds.stream()
                .map(key -> named(key, pacsIssuer))
                .collect(Collectors.toSet());
        local.otherIds().forEach(key -> ours.add(named(key, null)));
        Set<PatientKey> theirs = stated.otherIds().stream().map(key -> named(key, null)).collect(Collectors.toSet());
        theirs.add(named(other.key(), null));
        return ours.stream()
                .anyMatch(key -> key.issuerOfPatientId() != null && !key.patientId().isEmpty()
                        && theirs.contains(key));
    }

    private static PatientKey named(PatientKey key, @Nullable String pacsIssuer) {
        return new PatientKey(key.patientId().strip(), Issuers.firstNamed(key.issuerOfPatientId(), pacsIssuer));
    }

    private static boolean isSame(String one, String other, int shortest) {
        String written = Spelling.written(one);
        return written.length() >= shortest && Spelling.same(one, other);
    }

    private static String family(String name) {
        NameGroup group = NameGroup.parse(name);
        return group.isPlaceholder() ? "" : group.family();
    }

    private static boolean sharesPhone(Set<String> some, Set<String> others) {
        return some.stream()
                .anyMatch(one -> others.stream().anyMatch(other -> isSamePhone(digits(one), digits(other))));
    }

    /** With and without the codes of country and town. */
    private static boolean isSamePhone(String one, String other) {
        String shorter = one.length() < other.length() ? one : other;
        String longer = one.length() < other.length() ? other : one;
        return shorter.length() >= SHORTEST_PHONE && longer.endsWith(shorter) && !isFilledIn(shorter);
    }

    private static boolean isFilledIn(String phone) {
        return phone.chars().distinct().count() < 3;
    }

    /** Without the zeros that stand for "another town" or "another country". */
    private static String digits(String phone) {
        return phone.replaceAll("\\(0\\)", "").replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    }
}
