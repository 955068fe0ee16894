package org.priorfetch.engine.identity;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Exclusions;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Reason;

/** Whose studies are not to be fetched, and who is not to be asked for anywhere. In doubt about the issuer, nobody is asked. */
public final class ExcludedPatients {

    private final Exclusions exclusions;
    private final @Nullable String pacsIssuer;

    /** @param pacsIssuer issuer of IDs that name none; null when the site does not name it */
    public ExcludedPatients(Exclusions exclusions, @Nullable String pacsIssuer) {
        this.exclusions = exclusions;
        this.pacsIssuer = pacsIssuer;
    }

    /**
     * Why nothing of the patient is to be fetched; null when it may be.
     *
     * @param ids all IDs that the patient has, or has had
     */
    public @Nullable Reason reason(List<PatientKey> ids, PatientTraits traits) {
        boolean listed = Stream.concat(ids.stream(), traits.otherIds().stream()).anyMatch(this::isListed);
        return listed ? Exclusions.becauseListed() : reason(traits);
    }

    /** The same for what is said of a single study. */
    public @Nullable Reason reason(PatientTraits traits) {
        return exclusions.isConfidential(traits.confidentiality())
                ? Exclusions.becauseConfidential(traits.confidentiality())
                : null;
    }

    private boolean isListed(PatientKey key) {
        return !key.patientId().isBlank()
                && exclusions.patients().stream().anyMatch(listed -> Issuers.mayBeOne(key, listed, pacsIssuer));
    }
}
