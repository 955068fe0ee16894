package org.priorfetch.engine.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.IdentityDecision.Accept;
import org.priorfetch.engine.model.IdentityDecision.Hold;
import org.priorfetch.engine.model.IdentityDecision.Refuse;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.Sex;

/**
 * Decides whether a patient of a source that shares the PACS's patient IDs is the local one. The ID alone is no proof: ID,
 * issuer, name, birth date and sex must all agree; the name may be written otherwise. Reasons name neither a person nor a
 * date.
 */
public final class IdentityMatcher {

    private final @Nullable String pacsIssuer;

    /** @param pacsIssuer issuer of the PACS's own patient IDs; null when the site does not name it */
    public IdentityMatcher(@Nullable String pacsIssuer) {
        this.pacsIssuer = Issuers.named(pacsIssuer);
    }

    /**
     * Judges a patient as a query returned them. What the answer leaves out is unknown and decides nothing yet: it is read
     * from the images.
     *
     * @param sourceIssuer issuer of IDs for which the source names none; null for the PACS's own
     */
    public IdentityDecision onFinding(Patient local, Patient found, @Nullable String sourceIssuer) {
        Evidence evidence = Evidence.of(local, found);
        return decide(local, found, sourceIssuer, evidence, () -> withGaps(local, found, evidence));
    }

    private static IdentityDecision withGaps(Patient local, Patient found, Evidence evidence) {
        boolean confirmable = isFullyKnown(local) && !evidence.isUncertain() && !hasPlaceholder(found);
        return confirmable ? new Accept(Reason.of("identity.toBeConfirmed"))
                : new Hold(reasonForGaps(local, evidence));
    }

    /**
     * Judges the patient whom a retrieved instance names.
     *
     * @param sourceIssuer issuer of IDs for which the source names none; null for the PACS's own
     */
    public IdentityDecision onReceiving(Patient local, Patient received, @Nullable String sourceIssuer) {
        Evidence evidence = Evidence.of(local, received);
        return decide(local, received, sourceIssuer, evidence, () -> new Hold(reasonForGaps(local, evidence)));
    }

    /**
     * Judges a patient whom a disc or folder names. Who wrote it, and whose IDs it carries, is not known: where all but the
     * ID agrees, a person decides.
     */
    public IdentityDecision onDisc(Patient local, Patient found) {
        IdentityDecision decision = onFinding(local, found, null);
        boolean otherwiseSame = Evidence.of(local, found).agrees() && !hasPlaceholder(found);
        return decision instanceof Refuse && otherwiseSame ? new Hold(Reason.of("identity.otherIdElseSame"))
                : decision;
    }

    private IdentityDecision decide(Patient local, Patient other, @Nullable String sourceIssuer, Evidence evidence,
            Supplier<IdentityDecision> withGaps) {
        String localId = local.key().patientId().strip();
        String otherId = other.key().patientId().strip();
        if (localId.isEmpty() || otherId.isEmpty()) {
            return new Hold(Reason.of("identity.noId"));
        }
        if (!localId.equals(otherId)) {
            return new Refuse(Reason.of("identity.otherId"));
        }
        Agreement domains = Issuers.compare(local.key(), other.key(), sourceIssuer, pacsIssuer);
        if (domains == Agreement.DIFFERENT) {
            return new Refuse(Reason.of("identity.otherDomain"));
        }
        if (evidence.contradicts()) {
            return new Hold(sameIdBut(evidence.contradictions()), true);
        }
        if (domains == Agreement.UNKNOWN) {
            return new Hold(Reason.of("identity.domainNotKnown"));
        }
        return evidence.agrees() ? new Accept(Reason.of("identity.same")) : withGaps.get();
    }

    private static Reason reasonForGaps(Patient local, Evidence evidence) {
        return isFullyKnown(local) ? sameIdBut(evidence.gaps()) : Reason.of("identity.localNotKnown");
    }

    private static Reason sameIdBut(List<Message> phrases) {
        List<Message> all = new ArrayList<>(phrases);
        all.addFirst(Message.of("identity.sameId"));
        return new Reason(all);
    }

    static boolean isFullyKnown(Patient patient) {
        return PersonNames.isKnown(patient.patientName()) && BirthDates.isKnown(patient.patientBirthDate())
                && patient.patientSex() != Sex.UNKNOWN;
    }

    static boolean hasPlaceholder(Patient patient) {
        return PersonNames.isPlaceholder(patient.patientName())
                || BirthDates.isPlaceholder(patient.patientBirthDate());
    }
}
