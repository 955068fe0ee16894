package org.priorfetch.engine.api;

import java.time.Instant;
import java.util.List;

import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;

/**
 * All that is to be known of the engine at one moment. Immutable and bounded.
 *
 * @param sequence grows with every change
 * @param settled whether, since the start, every worklist and every source was asked, and every job is terminal or waits
 *        for a person, an hour or a back-off: nothing more happens soon
 * @param appointments in the order of their start
 * @param transfers running ones first, then waiting, then the last ones that ended
 * @param configured whether there are settings to work with; without them nothing is followed or fetched
 */
public record EngineSnapshot(long sequence, Instant at, boolean paused, boolean settled,
        List<AppointmentView> appointments,
        List<TransferView> transfers, List<PeerStatus> sources, List<PeerStatus> worklists, PeerStatus pacs,
        boolean configured) {

    public EngineSnapshot {
        appointments = List.copyOf(appointments);
        transfers = List.copyOf(transfers);
        sources = List.copyOf(sources);
        worklists = List.copyOf(worklists);
    }

    /** Whether every appointment is settled well, and every worklist is up to date enough to say so. */
    public boolean allReady() {
        return appointments.stream().allMatch(appointment -> appointment.verdict().isSettledWell())
                && worklists.stream().allMatch(worklist -> worklist.state() == PeerState.OK);
    }
}
