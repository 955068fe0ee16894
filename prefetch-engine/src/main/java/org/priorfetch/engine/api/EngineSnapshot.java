package org.priorfetch.engine.api;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Alert;
import org.priorfetch.engine.model.DeliveryTest;
import org.priorfetch.engine.model.PeerState;
import org.priorfetch.engine.model.PeerStatus;
import org.priorfetch.engine.model.Reason;

/**
 * All that is to be known of the engine at one moment. Immutable and bounded.
 *
 * @param sequence grows with every change
 * @param settled whether, since the start, every worklist and every source was asked, and every job is terminal or waits
 *        for a person, an hour or a back-off: nothing more happens soon
 * @param appointments in the order of their start
 * @param transfers running ones first, then waiting, then the last ones that ended
 * @param pausedUntil when it goes on by itself; null when it is not paused, or until somebody says so
 * @param alerts what the admin should see to, the weightiest first
 * @param needsReview what waits for a person: doubtful patients, failed and partial transfers, without what was put off
 * @param configured whether there are settings to work with; without them nothing is followed or fetched
 * @param deliveryTest the last test study that was sent into the PACS; null when there was none
 */
public record EngineSnapshot(long sequence, Instant at, boolean paused, boolean settled,
        List<AppointmentView> appointments, List<TransferView> transfers, List<PeerStatus> sources,
        List<PeerStatus> worklists, PeerStatus pacs, @Nullable Instant pausedUntil, List<Alert> alerts,
        int needsReview, boolean configured, @Nullable DeliveryTest deliveryTest) {

    public EngineSnapshot {
        appointments = List.copyOf(appointments);
        transfers = List.copyOf(transfers);
        sources = List.copyOf(sources);
        worklists = List.copyOf(worklists);
        alerts = List.copyOf(alerts);
    }

    /** Of an engine that never sent a test study. */
    public EngineSnapshot(long sequence, Instant at, boolean paused, boolean settled,
            List<AppointmentView> appointments, List<TransferView> transfers, List<PeerStatus> sources,
            List<PeerStatus> worklists, PeerStatus pacs, @Nullable Instant pausedUntil, List<Alert> alerts,
            int needsReview, boolean configured) {
        this(sequence, at, paused, settled, appointments, transfers, sources, worklists, pacs, pausedUntil, alerts,
                needsReview, configured, null);
    }

    /** Of an engine with settings, when nothing needs a person. */
    public EngineSnapshot(long sequence, Instant at, boolean paused, boolean settled,
            List<AppointmentView> appointments, List<TransferView> transfers, List<PeerStatus> sources,
            List<PeerStatus> worklists, PeerStatus pacs) {
        this(sequence, at, paused, settled, appointments, transfers, sources, worklists, pacs, null, List.of(), 0,
                true);
    }

    /** The same with one alert more. */
    public EngineSnapshot withAlert(Alert alert) {
        List<Alert> all = Stream.concat(alerts.stream(), Stream.of(alert))
                .sorted(Comparator.comparing(Alert::kind))
                .toList();
        return new EngineSnapshot(sequence, at, paused, settled, appointments, transfers, sources, worklists, pacs,
                pausedUntil, all, needsReview, configured, deliveryTest);
    }

    /**
     * What takes the most time with the source: at what is under way, else at what ended last; null where nothing is to be
     * said.
     */
    public @Nullable Reason slowBecause(String source) {
        return transfers.stream()
                .filter(transfer -> transfer.source().equals(source))
                .map(TransferView::slowBecause)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Whether every appointment is settled well, and every worklist is up to date enough to say so. */
    public boolean allReady() {
        return appointments.stream().allMatch(appointment -> appointment.verdict().isSettledWell())
                && worklists.stream().allMatch(worklist -> worklist.state() == PeerState.OK);
    }
}
