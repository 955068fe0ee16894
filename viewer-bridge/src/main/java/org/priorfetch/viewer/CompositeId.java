package org.priorfetch.viewer;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.PatientKey;

/**
 * A patient ID with its assigning authority in HL7's data type CX, as Invoke Image Display wants it (IHE RAD TF-2, RAD-106):
 * {@code ID^^^&OID&ISO}, or {@code ID^^^NAME} where the issuer is no OID. Delimiters within a value are escaped (HL7
 * version 2, chapter 2, use of escape sequences).
 */
final class CompositeId {

    private CompositeId() {}

    /** Only the ID where no issuer is known; empty without ID. */
    static String of(PatientKey patient) {
        if (patient.patientId().isBlank()) {
            return "";
        }
        return escaped(patient.patientId()) + authority(patient.issuerOfPatientId());
    }

    private static String authority(@Nullable String issuer) {
        if (issuer == null || issuer.isBlank()) {
            return "";
        }
        return Uids.isUid(issuer) ? "^^^&" + issuer + "&ISO" : "^^^" + escaped(issuer);
    }

    private static String escaped(String value) {
        return value.replace("\\", "\\E\\")
                .replace("|", "\\F\\")
                .replace("^", "\\S\\")
                .replace("&", "\\T\\")
                .replace("~", "\\R\\");
    }
}
