package org.priorfetch.engine.model;

import java.util.List;

/** What a source is asked about a patient. */
public sealed interface PatientSearch {

    /** All studies of these IDs, of which the patient may have several since records were merged. */
    record ById(List<PatientKey> keys) implements PatientSearch {

        public ById {
            keys = List.copyOf(keys);
        }
    }

    /** All studies of whoever may be the person. */
    record ByPerson(PersonSearch person) implements PatientSearch {}

    /** All studies of the IDs that the patient index gives for these of the PACS. */
    record ByCrossReference(List<PatientKey> local) implements PatientSearch {

        public ByCrossReference {
            local = List.copyOf(local);
        }
    }

    /** Nothing: it is not to be asked, or there is nothing to ask with. */
    record Nothing(Reason why) implements PatientSearch {}
}
