package org.priorfetch.engine.dicom;

import java.util.List;

/**
 * The transfer syntaxes that objects may arrive in (PS3.6 Annex A). Each gets a presentation context of its own, so that the
 * sender never has a reason to re-encode.
 */
final class TransferSyntaxes {

    static final String IMPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2";
    static final String EXPLICIT_LITTLE_ENDIAN = "1.2.840.10008.1.2.1";
    static final String DEFLATED = "1.2.840.10008.1.2.1.99";

    /** Of all, the most frequent first. */
    static final List<String> ALL = List.of(EXPLICIT_LITTLE_ENDIAN, IMPLICIT_LITTLE_ENDIAN,
            "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.4.57", "1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51",
            "1.2.840.10008.1.2.4.80", "1.2.840.10008.1.2.4.81", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91",
            "1.2.840.10008.1.2.5", DEFLATED, "1.2.840.10008.1.2.2", "1.2.840.10008.1.2.4.100",
            "1.2.840.10008.1.2.4.101", "1.2.840.10008.1.2.4.102", "1.2.840.10008.1.2.4.103",
            "1.2.840.10008.1.2.4.104", "1.2.840.10008.1.2.4.105", "1.2.840.10008.1.2.4.106",
            "1.2.840.10008.1.2.4.107", "1.2.840.10008.1.2.4.108", "1.2.840.10008.1.2.4.92",
            "1.2.840.10008.1.2.4.93", "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202",
            "1.2.840.10008.1.2.4.203", "1.2.840.10008.1.2.1.98");

    private TransferSyntaxes() {}

    static boolean isDeflated(String transferSyntaxUid) {
        return DEFLATED.equals(transferSyntaxUid);
    }
}
