package org.priorfetch.engine.runtime;

import org.priorfetch.engine.dicom.AssociationPool;
import org.priorfetch.engine.dicom.DimseArchive;
import org.priorfetch.engine.dicom.DimseFinder;
import org.priorfetch.engine.dicom.DimseMeter;
import org.priorfetch.engine.dicom.Peer;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.port.ArchiveSearch;
import org.priorfetch.engine.port.PeerMeter;
import org.priorfetch.engine.port.PeerProbe;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyRetriever;
import org.priorfetch.engine.settings.SourceSettings;
import org.priorfetch.engine.settings.WebSettings;

/** All that is done with one source, whatever it speaks. */
record SourceAccess(StudyFinder finder, ArchiveSearch search, StudyRetriever retriever, PeerProbe probe,
        PeerMeter meter) {

    /**
     * Makes one ready.
     *
     * @param confidential whether each study is asked for its confidentiality, too
     */
    static SourceAccess open(SourceSettings source, DimseLines lines, WebSources webSources, SourceWays ways,
            boolean confidential) {
        WebSettings web = source.web();
        if (web != null) {
            return webSources.open(source, web, confidential);
        }
        AssociationPool pool = lines.open(
                new Peer(source.name(), source.aeTitle(), source.host(), source.port(), source.tls()),
                source.budget());
        SourceWays.Way way = ways.of(source, pool);
        return new SourceAccess(new DimseFinder(pool, confidential, source.order()), new DimseArchive(pool),
                way.retriever(), way.probe(), new DimseMeter(pool, PeerKind.SOURCE));
    }
}
