package org.priorfetch.engine.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;

/**
 * What is stated of a patient beside ID, name, birth date and sex, in a column: {@code []} for nothing, else address, mother's
 * birth name and confidentiality in one list, the telephone numbers in the next, then each further ID with its issuer.
 */
final class TraitsColumn {

    private static final int BEFORE_IDS = 2;

    private TraitsColumn() {}

    static String of(PatientTraits traits) {
        if (traits.equals(PatientTraits.NONE)) {
            return "[]";
        }
        List<List<String>> lists = new ArrayList<>();
        lists.add(List.of(traits.address(), traits.mothersBirthName(), traits.confidentiality()));
        lists.add(traits.phones().stream().sorted().toList());
        traits.otherIds().stream().map(TraitsColumn::texts).sorted(TraitsColumn::inOrder).forEach(lists::add);
        return Json.ofListsOfTexts(lists);
    }

    static PatientTraits traits(String column) {
        List<List<String>> lists = Json.toListsOfTexts(column);
        if (lists.size() < BEFORE_IDS) {
            return PatientTraits.NONE;
        }
        List<String> texts = lists.get(0);
        Set<PatientKey> ids = lists.stream()
                .skip(BEFORE_IDS)
                .map(id -> new PatientKey(id.get(0), id.size() > 1 ? id.get(1) : null))
                .collect(Collectors.toSet());
        return new PatientTraits(ids, texts.get(0), Set.copyOf(lists.get(1)), texts.get(1), texts.get(2));
    }

    private static List<String> texts(PatientKey key) {
        String issuer = key.issuerOfPatientId();
        return issuer == null ? List.of(key.patientId()) : List.of(key.patientId(), issuer);
    }

    private static int inOrder(List<String> one, List<String> other) {
        return String.join("\n", one).compareTo(String.join("\n", other));
    }
}
