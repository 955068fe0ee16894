package org.priorfetch.engine.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.PatientKey;

/** Compares the issuers of patient IDs: without regard to case and space; none stands for the PACS's own. */
final class Issuers {

    private static final Pattern SPACE = Pattern.compile("\\s+");

    private Issuers() {}

    static @Nullable String named(@Nullable String issuer) {
        String folded = issuer == null ? "" : SPACE.matcher(issuer).replaceAll("").toUpperCase(Locale.ROOT);
        return folded.isEmpty() ? null : folded;
    }

    static @Nullable String firstNamed(@Nullable String one, @Nullable String other) {
        String named = named(one);
        return named != null ? named : named(other);
    }

    /**
     * Whether two IDs are of one domain. An ID without issuer belongs to the PACS's; where that has no name, the local
     * patient's issuer is its name.
     *
     * @param sourceIssuer issuer of the other's IDs where they name none; null for the PACS's own
     */
    static Agreement compare(PatientKey local, PatientKey other, @Nullable String sourceIssuer,
            @Nullable String pacsIssuer) {
        String own = firstNamed(local.issuerOfPatientId(), pacsIssuer);
        String stated = firstNamed(other.issuerOfPatientId(), sourceIssuer);
        String theirs = stated != null ? stated : firstNamed(pacsIssuer, own);
        if (own == null || theirs == null) {
            return theirs == null ? Agreement.SAME : Agreement.UNKNOWN;
        }
        return own.equals(theirs) ? Agreement.SAME : Agreement.DIFFERENT;
    }

    /** Whether two IDs that name no source are one, for all that is known. */
    static boolean mayBeOne(PatientKey one, PatientKey other, @Nullable String pacsIssuer) {
        return one.patientId().strip().equals(other.patientId().strip())
                && compare(one, other, null, pacsIssuer) != Agreement.DIFFERENT;
    }
}
