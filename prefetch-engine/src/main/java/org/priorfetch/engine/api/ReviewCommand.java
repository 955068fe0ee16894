package org.priorfetch.engine.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.FieldComparison;
import org.priorfetch.engine.model.PatientDecision;
import org.priorfetch.engine.model.StudyRef;

/** A command about what needs a person: doubtful patients, failed and partial transfers. */
public sealed interface ReviewCommand<R> extends EngineCommand<R> {

    /** All that waits for a person, the most urgent first. */
    record ReadReviews() implements ReviewCommand<Reviews> {}

    /**
     * Says whether a doubtful patient is the local one. Refused when the item is settled, or its patients are stated
     * otherwise than when it was read.
     *
     * @param reason in the person's words, not empty
     * @param until with {@link Choice#LATER}: when to ask again
     */
    record Decide(String itemId, Choice choice, String reason, @Nullable Instant until, @Nullable AdminKey key)
            implements ReviewCommand<DecisionAnswer>, Guarded {

        @Override
        public AdminArea area() {
            return AdminArea.REVIEW;
        }
    }

    /**
     * Takes one of the steps that are offered for what is in trouble; answers whether it was still there.
     *
     * @param until with {@link NextStep#LATER}: when to ask again
     */
    record Settle(String itemId, NextStep how, String reason, @Nullable Instant until, @Nullable AdminKey key)
            implements ReviewCommand<Boolean>, Guarded {

        @Override
        public AdminArea area() {
            return AdminArea.REVIEW;
        }
    }

    /** SOP Instance UIDs that were put into the PACS of what is in trouble. */
    record ReadDelivered(String itemId) implements ReviewCommand<List<String>> {}

    /** The decisions that hold, oldest first. */
    record ReadDecisions() implements ReviewCommand<List<MadeDecision>> {}

    /** Takes a decision back: what was decided is asked anew. */
    record Withdraw(long decisionId, @Nullable AdminKey key) implements ReviewCommand<Withdrawal>, Guarded {

        @Override
        public AdminArea area() {
            return AdminArea.REVIEW;
        }
    }

    /** A decision, and how the two compare field by field. */
    record MadeDecision(PatientDecision decision, List<FieldComparison> fields) {
        public MadeDecision {
            fields = List.copyOf(fields);
        }
    }

    /** Whether two patients are one person. */
    enum Choice {
        SAME, DIFFERENT, LATER
    }

    /**
     * What came of a decision.
     *
     * @param decisionId by which it can be withdrawn; null when nothing was decided
     */
    record DecisionAnswer(@Nullable Long decisionId) {}

    /**
     * What came of taking a decision back.
     *
     * @param toUndo studies that were put into the PACS because of it; they must be removed there by hand
     */
    record Withdrawal(List<PlacedStudy> toUndo) {
        public Withdrawal {
            toUndo = List.copyOf(toUndo);
        }
    }

    /** A study of which instances were put into the PACS. */
    record PlacedStudy(StudyRef ref, String studyDescription, int instances) {}
}
