package org.priorfetch.engine.api;

import org.priorfetch.engine.model.ArchiveStudy;

/** A study that a search by hand found, and whether the PACS holds it. */
public record FoundStudy(ArchiveStudy study, Presence presence) {}
