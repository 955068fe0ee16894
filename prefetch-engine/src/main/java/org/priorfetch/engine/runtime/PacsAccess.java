package org.priorfetch.engine.runtime;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.dicom.AssociationPool;
import org.priorfetch.engine.dicom.DimseArchive;
import org.priorfetch.engine.dicom.DimseCommitment;
import org.priorfetch.engine.dicom.DimseFinder;
import org.priorfetch.engine.dicom.DimseMeter;
import org.priorfetch.engine.dicom.DimseProbe;
import org.priorfetch.engine.dicom.DimseStore;
import org.priorfetch.engine.dicom.Peer;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.port.ArchiveSearch;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerMeter;
import org.priorfetch.engine.port.PeerProbe;
import org.priorfetch.engine.port.StorageCommitment;
import org.priorfetch.engine.port.StudyFinder;
import org.priorfetch.engine.port.StudyStore;
import org.priorfetch.engine.settings.PacsSettings;
import org.priorfetch.engine.settings.WebSettings;
import org.priorfetch.engine.transfer.PacedStore;

/**
 * All that is done with the PACS.
 *
 * @param pool its associations, where it is watched for what arrives
 */
record PacsAccess(AssociationPool pool, StudyFinder finder, ArchiveSearch search, StudyStore store,
        StorageCommitment commitment, PeerProbe probe, PeerMeter meter) {

    static PacsAccess open(PacsSettings settings, DimseLines lines, WebSources webSources, Clock clock) {
        AssociationPool pool = lines.open(
                new Peer(StudyRef.PACS, settings.aeTitle(), settings.host(), settings.port(), settings.tls()),
                settings.budget());
        WebSettings stow = settings.stow();
        WebSources.@Nullable Pacs web = stow == null ? null : webSources.open(settings, stow, pool);
        PeerProbe asked = DimseProbe.ofPacs(pool);
        return new PacsAccess(pool, new DimseFinder(pool), new DimseArchive(pool),
                new PacedStore(web == null ? new DimseStore(pool) : web.store(), pool::places, pool.limit()),
                settings.commitment() ? new DimseCommitment(pool, clock) : StorageCommitment.NONE,
                web == null ? asked : web.probe(asked), new DimseMeter(pool, PeerKind.PACS));
    }
}
