package org.priorfetch.engine.runtime;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.dicom.ArrivalsFeed;
import org.priorfetch.engine.dicom.AssociationPool;
import org.priorfetch.engine.dicom.DimseMeter;
import org.priorfetch.engine.dicom.DimseProbe;
import org.priorfetch.engine.dicom.MwlFeed;
import org.priorfetch.engine.dicom.Peer;
import org.priorfetch.engine.hl7.Hl7Probe;
import org.priorfetch.engine.model.PeerKind;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerMeter;
import org.priorfetch.engine.port.PeerProbe;
import org.priorfetch.engine.port.WorklistFeed;
import org.priorfetch.engine.settings.WorklistSettings;

/**
 * All that is done with one worklist.
 *
 * @param feed null where it tells us by itself
 * @param meter null where nothing can be measured
 */
record WorklistAccess(String name, @Nullable WorklistFeed feed, PeerProbe probe, @Nullable PeerMeter meter) {

    /**
     * Makes one ready.
     *
     * @param pacs is watched for studies without an order
     * @param demographics whether more is asked about patients, because a source has to find them by that
     */
    static WorklistAccess open(WorklistSettings settings, DimseLines lines, AssociationPool pacs,
            boolean demographics, Clock clock) {
        return switch (settings) {
            case WorklistSettings.Mwl mwl -> {
                AssociationPool pool = lines
                        .open(new Peer(mwl.name(), mwl.aeTitle(), mwl.host(), mwl.port(), mwl.tls()));
                yield new WorklistAccess(mwl.name(), new MwlFeed(pool, clock.zone(), demographics),
                        DimseProbe.ofWorklist(pool, clock), new DimseMeter(pool, PeerKind.WORKLIST));
            }
            case WorklistSettings.Arrivals arrivals ->
                new WorklistAccess(arrivals.name(), new ArrivalsFeed(arrivals.name(), pacs, clock.zone()),
                        DimseProbe.ofArrivals(arrivals.name(), pacs), null);
            case WorklistSettings.Hl7 hl7 -> new WorklistAccess(hl7.name(), null,
                    new Hl7Probe(hl7.name(), hl7.host(), hl7.port()), null);
        };
    }
}
