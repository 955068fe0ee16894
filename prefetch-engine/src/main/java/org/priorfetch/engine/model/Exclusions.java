package org.priorfetch.engine.model;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whose studies are not to be fetched.
 *
 * @param patients by ID; one without issuer is the PACS's own
 * @param confidentiality codes of (0040,3001), in capitals
 */
public record Exclusions(Set<PatientKey> patients, Set<String> confidentiality) {

    public static final Exclusions NONE = new Exclusions(Set.of(), Set.of());

    private static final String LISTED = "identity.excludedPatient";
    private static final String CONFIDENTIAL = "identity.excludedConfidential";

    public Exclusions {
        patients = Set.copyOf(patients);
        confidentiality = confidentiality.stream()
                .map(Exclusions::folded)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the code is one of those. */
    public boolean isConfidential(String code) {
        return confidentiality.contains(folded(code));
    }

    public static Reason becauseListed() {
        return Reason.of(LISTED);
    }

    public static Reason becauseConfidential(String code) {
        return Reason.of(CONFIDENTIAL, folded(code));
    }

    /** Whether this is why something is not fetched. */
    public static boolean isIn(@Nullable Reason reason) {
        return reason != null && (reason.has(LISTED) || reason.has(CONFIDENTIAL));
    }

    private static String folded(String code) {
        return code.strip().toUpperCase(Locale.ROOT);
    }

    /** Who is on the list stays out of logs. */
    @Override
    public String toString() {
        return "Exclusions[" + patients.size() + " patients, " + confidentiality + "]";
    }
}
