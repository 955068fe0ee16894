package org.priorfetch.engine.model;

/** One instance of a study: SOP Instance UID (0008,0018), SOP Class UID (0008,0016), Series Instance UID (0020,000E). */
public record InstanceRef(String sopInstanceUid, String sopClassUid, String seriesInstanceUid) {}
