package org.priorfetch.engine.model;

import java.util.Set;

/**
 * What a system states of a patient beside ID, name, birth date and sex. Texts are empty when not given.
 *
 * @param otherIds Other Patient IDs Sequence (0010,1002), only IDs that name their issuer
 * @param address Patient's Address (0010,1040)
 * @param phones Patient's Telephone Numbers (0010,2154)
 * @param mothersBirthName Patient's Mother's Birth Name (0010,1060)
 * @param confidentiality Confidentiality Constraint on Patient Data Description (0040,3001)
 */
public record PatientTraits(Set<PatientKey> otherIds, String address, Set<String> phones, String mothersBirthName,
        String confidentiality) {

    public static final PatientTraits NONE = new PatientTraits(Set.of(), "", Set.of(), "", "");

    public PatientTraits {
        otherIds = Set.copyOf(otherIds);
        phones = Set.copyOf(phones);
    }

    /** What another statement of the same patient says; where it says nothing, what this one says. */
    public PatientTraits updatedBy(PatientTraits newer) {
        return new PatientTraits(newer.otherIds.isEmpty() ? otherIds : newer.otherIds,
                newer.address.isEmpty() ? address : newer.address, newer.phones.isEmpty() ? phones : newer.phones,
                newer.mothersBirthName.isEmpty() ? mothersBirthName : newer.mothersBirthName,
                newer.confidentiality.isEmpty() ? confidentiality : newer.confidentiality);
    }

    /** Who somebody is stays out of logs. */
    @Override
    public String toString() {
        return "PatientTraits";
    }
}
