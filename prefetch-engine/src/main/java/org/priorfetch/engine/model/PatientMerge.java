package org.priorfetch.engine.model;

/**
 * Two records of one person that became one (HL7 v2 A40, A47 and the like).
 *
 * @param merged the ID that is not used any more
 * @param surviving the ID under which the person goes on
 */
public record PatientMerge(PatientKey merged, PatientKey surviving) {}
