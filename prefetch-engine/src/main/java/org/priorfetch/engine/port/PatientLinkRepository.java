package org.priorfetch.engine.port;

import java.util.List;

import org.priorfetch.engine.model.PatientLink;

/** Which patient IDs are one person. */
public interface PatientLinkRepository {

    List<PatientLink> all();

    /** Replaces what was known between the same two, in this order. */
    void save(PatientLink link);

    /** Forgets it. */
    void remove(PatientLink link);
}
