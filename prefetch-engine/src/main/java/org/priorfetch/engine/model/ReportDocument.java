package org.priorfetch.engine.model;

import java.util.Base64;

/**
 * A report as a document (PDF).
 *
 * @param base64 its bytes; as text, because that is how they arrive, are kept and handed on
 */
public record ReportDocument(String base64) {

    /**
     * Refuses what can be no document.
     *
     * @throws IllegalArgumentException when the text is no base64
     */
    public ReportDocument {
        Base64.getDecoder().decode(base64);
    }

    public static ReportDocument of(byte[] content) {
        return new ReportDocument(Base64.getEncoder().encodeToString(content));
    }

    public byte[] content() {
        return Base64.getDecoder().decode(base64);
    }

    /** What is said of somebody stays out of logs. */
    @Override
    public String toString() {
        return "ReportDocument";
    }
}
