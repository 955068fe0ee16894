package org.priorfetch.engine.model;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person decided about two patients: a cross-reference that holds for this local patient, this patient of this
 * source, and nobody else. It holds for as long as both are stated as the person saw them; where the found one is hardly
 * identified, for the studies that the person saw and no other.
 *
 * @param id assigned by the store
 * @param local the patient as the worklist stated it
 * @param source the source's name, or {@link StudyRef#PACS}
 * @param found the patient as the source stated it
 * @param who the account of the person who decided
 * @param why in that person's words
 * @param studies Study Instance UIDs (0020,000D) that the person saw when deciding
 */
public record PatientDecision(long id, Patient local, String source, Patient found, Verdict verdict, String who,
        Instant at, String why, Set<String> studies) {

    public PatientDecision {
        studies = Set.copyOf(studies);
    }

    /** What is said of the two. */
    public enum Verdict {
        SAME, DIFFERENT
    }

    public static final long UNSAVED = 0;

    private static final String REFUSAL = "identity.decidedDifferent";

    public PatientDecision withId(long newId) {
        return new PatientDecision(newId, local, source, found, verdict, who, at, why, studies);
    }

    /** Why a study is left where it is, because its patient was decided to be another one. */
    public static Reason refusal(String who, String day) {
        return Reason.of(REFUSAL, who, day);
    }

    /** Whether this is the reason of a refusal by a person. */
    public static boolean isRefusal(@Nullable Reason reason) {
        return reason != null && reason.has(REFUSAL);
    }
}
