package org.priorfetch.engine.model;

import java.util.List;

/** What a patient index says of a patient: whether, and under which IDs, he is known in another domain. */
public sealed interface CrossReference {

    /** His IDs there, one or more. */
    record Ids(List<String> patientIds) implements CrossReference {

        public Ids {
            patientIds = List.copyOf(patientIds);
            if (patientIds.isEmpty()) {
                throw new IllegalArgumentException("no ID");
            }
        }

        /** IDs stay out of logs. */
        @Override
        public String toString() {
            return "Ids";
        }
    }

    /** He is known, but has no ID there. */
    record NoneThere() implements CrossReference {}

    /** The index does not know him, so he may have one. */
    record NotInIndex() implements CrossReference {}
}
