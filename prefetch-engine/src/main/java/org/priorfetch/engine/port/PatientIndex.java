package org.priorfetch.engine.port;

import org.priorfetch.engine.model.CrossReference;

/** A cross-reference manager, asked for the IDs of local patients in the domain of one source. */
public interface PatientIndex extends AutoCloseable {

    /**
     * What it knows of the patient.
     *
     * @param patientId in the domain of the PACS
     * @throws PeerException when there is no answer, or none that can be understood; then nothing is known
     */
    CrossReference find(String patientId) throws PeerException;

    @Override
    void close();
}
