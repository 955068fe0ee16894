package org.priorfetch.engine.identity;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.IdentityDecision.Accept;
import org.priorfetch.engine.model.IdentityDecision.Hold;
import org.priorfetch.engine.model.IdentityDecision.Refuse;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.Reason;

/**
 * Decides whether a patient of a source with IDs of its own is the local one. Name, birth date and sex alone never prove it:
 * something more must agree, or a person decides.
 */
final class DemographicMatcher {

    private final @Nullable String pacsIssuer;

    DemographicMatcher(@Nullable String pacsIssuer) {
        this.pacsIssuer = pacsIssuer;
    }

    /** @param localIds all IDs that the local patient has, or has had */
    IdentityDecision decide(Patient local, List<PatientKey> localIds, PatientTraits traits, Patient other,
            PatientTraits stated) {
        Evidence evidence = Evidence.of(local, other);
        StrongIdentifiers strong = StrongIdentifiers.of(localIds, traits, other, stated, pacsIssuer);
        if (evidence.contradicts()) {
            boolean ask = Score.of(local, other, evidence, strong) >= Score.ASK;
            Reason reason = joined(Message.of("identity.byDemographics"), evidence.contradictions(), strong);
            return ask ? new Hold(reason) : new Refuse(Reason.of("identity.otherPerson"));
        }
        boolean proven = evidence.isWhollySame() && IdentityMatcher.isFullyKnown(local)
                && !IdentityMatcher.hasPlaceholder(other) && !PersonNames.isAnybodys(local.patientName());
        if (proven) {
            return strong.agreeing().isEmpty() ? new Hold(Reason.of("identity.onlyDemographics"))
                    : new Accept(joined(Message.of("identity.sameByDemographics"), List.of(), strong));
        }
        return new Hold(joined(Message.of("identity.byDemographics"), evidence.gaps(), strong));
    }

    private static Reason joined(Message first, List<Message> more, StrongIdentifiers strong) {
        List<Message> phrases = new ArrayList<>(List.of(first));
        phrases.addAll(more);
        phrases.addAll(strong.agreeing());
        return new Reason(phrases);
    }
}
