package org.priorfetch.engine.transfer;

import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyRetriever;
import org.priorfetch.engine.port.StudyStore;

/**
 * Between whom a study is relayed.
 *
 * @param lanes instances that may be under way at a time, 1 or more
 */
public record RelayPeers(StudyFinder source, StudyRetriever retriever, StudyFinder pacs, StudyStore store, int lanes) {}
