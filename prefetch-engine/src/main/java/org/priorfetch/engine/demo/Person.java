package org.priorfetch.engine.demo;

import java.time.LocalDate;
import java.util.List;

/**
 * An invented patient.
 *
 * @param issuer Issuer of Patient ID (0010,0021)
 * @param name Patient's Name (0010,0010) in DICOM's form
 * @param sex M, F or O
 * @param characterSet values of Specific Character Set (0008,0005) in which the name is encoded
 */
public record Person(String id, String issuer, String name, LocalDate birthDate, String sex,
        List<String> characterSet) {

    public Person {
        characterSet = List.copyOf(characterSet);
    }

    /** Names stay out of logs, also invented ones. */
    @Override
    public String toString() {
        return "Person[" + id + "]";
    }
}
