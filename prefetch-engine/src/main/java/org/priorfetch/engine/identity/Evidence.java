package org.priorfetch.engine.identity;

import java.util.ArrayList;
import java.util.List;

import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.Sex;

/** How far name, birth date and sex of two patients agree. */
record Evidence(Agreement name, Agreement birthDate, Agreement sex) {

    static Evidence of(Patient one, Patient other) {
        return new Evidence(PersonNames.compare(one.patientName(), other.patientName()),
                compareBirthDates(one, other),
                compare(one.patientSex(), other.patientSex()));
    }

    boolean agrees() {
        return all().stream().allMatch(Agreement::agrees);
    }

    /** The same without any other way of writing a name. */
    boolean isWhollySame() {
        return all().stream().allMatch(agreement -> agreement == Agreement.SAME);
    }

    boolean contradicts() {
        return all().contains(Agreement.DIFFERENT);
    }

    boolean isUncertain() {
        return all().contains(Agreement.UNCERTAIN);
    }

    /** What contradicts, one phrase each. */
    List<Message> contradictions() {
        return phrases(Agreement.DIFFERENT, "identity.otherName", "identity.otherBirthDate", "identity.otherSex");
    }

    /** What is not known well enough, one phrase each. */
    List<Message> gaps() {
        List<Message> gaps = new ArrayList<>(phrases(Agreement.UNKNOWN, "identity.nameNotComparable",
                "identity.birthDateNotKnown", "identity.sexNotKnown"));
        if (name == Agreement.UNCERTAIN) {
            gaps.addFirst(Message.of("identity.nameAbbreviated"));
        }
        return gaps;
    }

    private List<Message> phrases(Agreement sought, String ofName, String ofBirthDate, String ofSex) {
        List<Message> phrases = new ArrayList<>();
        if (name == sought) {
            phrases.add(Message.of(ofName));
        }
        if (birthDate == sought) {
            phrases.add(Message.of(ofBirthDate));
        }
        if (sex == sought) {
            phrases.add(Message.of(ofSex));
        }
        return phrases;
    }

    private List<Agreement> all() {
        return List.of(name, birthDate, sex);
    }

    /** For John Doe the first of January is a guess. */
    private static Agreement compareBirthDates(Patient one, Patient other) {
        Agreement agreement = BirthDates.compare(one.patientBirthDate(), other.patientBirthDate());
        boolean guessed = agreement == Agreement.SAME && BirthDates.isFirstOfYear(one.patientBirthDate())
                && (PersonNames.isAnybodys(one.patientName()) || PersonNames.isAnybodys(other.patientName()));
        return guessed ? Agreement.UNKNOWN : agreement;
    }

    private static Agreement compare(Sex one, Sex other) {
        if (one == Sex.UNKNOWN || other == Sex.UNKNOWN) {
            return Agreement.UNKNOWN;
        }
        return one == other ? Agreement.SAME : Agreement.DIFFERENT;
    }
}
