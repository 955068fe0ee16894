package org.priorfetch.engine.runtime;

import org.priorfetch.engine.port.ArchiveSearch;
import org.priorfetch.engine.port.PeerMeter;
import org.priorfetch.engine.port.PeerProbe;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyRetriever;

/** All that is done with one source, whatever it speaks. */
record SourceAccess(StudyFinder finder, ArchiveSearch search, StudyRetriever retriever, PeerProbe probe,
        PeerMeter meter) {}
