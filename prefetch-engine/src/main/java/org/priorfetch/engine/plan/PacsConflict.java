package org.priorfetch.engine.plan;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.IdentityDecision.Accept;
import org.priorfetch.engine.model.IdentityDecision.Hold;
import org.priorfetch.engine.model.IdentityDecision.Refuse;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;

/** Why a study must not join what the PACS already holds under its Study Instance UID. */
public final class PacsConflict {

    private PacsConflict() {}

    /** What stands between a source's copy and the PACS's; null when nothing does. */
    public static @Nullable Reason between(Identified atSource, Identified inPacs) {
        Reason ofPatient = ofPatient(inPacs);
        return ofPatient != null ? ofPatient : ofAccession(List.of(atSource), inPacs);
    }

    /** What keeps a study from staying with its own patient ID; null when the PACS has that ID for the same person. */
    public static @Nullable Reason ofNamesake(Identified inPacs) {
        return inPacs.identity() instanceof Accept ? null
                : because("plan.pacsKnowsAnother", inPacs.identity().reason());
    }

    /** What speaks against the patient under whom the PACS holds it; null when it is the appointment's. */
    static @Nullable Reason ofPatient(Identified inPacs) {
        return switch (inPacs.identity()) {
            case Accept _ -> null;
            case Hold hold -> because(hold.conflicting() ? "plan.pacsOtherPatient" : "plan.pacsPatientNotProven",
                    hold.reason());
            case Refuse refuse -> because("plan.pacsOtherPatient", refuse.reason());
        };
    }

    /** What speaks against its accession number; null when at least one source's copy explains it. */
    static @Nullable Reason ofAccession(List<Identified> atSources, Identified inPacs) {
        boolean explained = atSources.stream().anyMatch(copy -> copy.explainsAccession(inPacs.accessionInPacs()));
        return explained ? null : Reason.of("plan.pacsOtherAccession");
    }

    private static Reason because(String key, Reason reason) {
        List<Message> phrases = new ArrayList<>(reason.phrases());
        phrases.addFirst(new Message(key, List.of()));
        return new Reason(phrases);
    }
}
