package org.priorfetch.viewer;

import java.util.List;

import org.priorfetch.engine.model.PatientKey;

/**
 * What a viewer is to show.
 *
 * @param studyInstanceUids Study Instance UIDs (0020,000D), the one that matters most first
 * @param accessionNumber Accession Number (0008,0050) of the one study that is meant; empty when it is not known
 */
public record ViewerSubject(List<String> studyInstanceUids, String accessionNumber, PatientKey patient) {

    public ViewerSubject {
        studyInstanceUids = List.copyOf(studyInstanceUids);
    }
}
