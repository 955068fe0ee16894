package org.priorfetch.engine.model;

/** What an instance says of itself before its pixel data: enough to prove that it is the right one. */
public record InstanceHeader(InstanceRef instance, String studyInstanceUid, Patient patient, String accessionNumber) {}
