package org.priorfetch.engine.importing;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.Reason;

/**
 * Whether an instance is one of those expected and the right patient's.
 *
 * @param expected instances of the study by SOP Instance UID
 * @param identity decides whether the patient that an instance names is the right one
 */
public record InstanceCheck(String studyInstanceUid, Map<String, InstanceRef> expected,
        Function<Patient, IdentityDecision> identity) {

    public InstanceCheck {
        expected = Map.copyOf(expected);
    }

    /** Why nothing more of the study may be forwarded; null when the instance is right. */
    public @Nullable Reason mismatch(InstanceHeader header) {
        if (!header.studyInstanceUid().equals(studyInstanceUid)) {
            return Reason.of("importing.otherStudy");
        }
        InstanceRef wanted = expected.get(header.instance().sopInstanceUid());
        if (wanted == null) {
            return Reason.of("importing.unexpectedInstance");
        }
        if (!wanted.seriesInstanceUid().equals(header.instance().seriesInstanceUid())) {
            return Reason.of("importing.otherSeries");
        }
        IdentityDecision decision = identity.apply(header.patient());
        return decision instanceof IdentityDecision.Accept ? null : decision.reason();
    }
}
