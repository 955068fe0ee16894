package org.priorfetch.engine.port;

import java.util.List;

import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PersonSearch;

/** A patient directory (PDQ), asked for persons who have an ID in the domain of one source. It proposes, and proves nothing. */
public interface PatientDirectory extends AutoCloseable {

    /**
     * Who may be the person, one entry for each ID and name.
     *
     * @param patients under their IDs at the source
     * @param whole whether these are all; a directory may find more than it is good to look through
     */
    record Listing(List<Patient> patients, boolean whole) {

        public Listing {
            patients = List.copyOf(patients);
        }

        /** Patients stay out of logs. */
        @Override
        public String toString() {
            return "Listing";
        }
    }

    /**
     * Who may be the person.
     *
     * @throws PeerException when there is no answer, or none that can be understood; then nothing is known
     */
    Listing find(PersonSearch person) throws PeerException;

    @Override
    void close();
}
