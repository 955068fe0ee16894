package org.priorfetch.engine.model;

import java.time.Instant;

/**
 * Two patient IDs that the hospital has declared to be one person, by a merge or a link. It says nothing about whether a study
 * found under either is that person's: name, birth date and sex decide that as ever.
 */
public record PatientLink(PatientKey one, PatientKey other, Instant at) {

    /** Whether it is between these two, in whichever order. */
    public boolean isBetween(PatientKey a, PatientKey b) {
        return (one.equals(a) && other.equals(b)) || (one.equals(b) && other.equals(a));
    }
}
