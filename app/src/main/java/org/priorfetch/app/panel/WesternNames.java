package org.priorfetch.app.panel;

import java.util.List;

import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.api.EngineSnapshot;

/** A snapshot as far as it can be written in the font of the program itself. */
final class WesternNames {

    /** The end of what is Latin, with all its accents. */
    private static final int END = 0x250;

    private WesternNames() {}

    static EngineSnapshot of(EngineSnapshot snapshot) {
        List<AppointmentView> western = snapshot.appointments().stream().filter(WesternNames::isWestern).toList();
        return new EngineSnapshot(snapshot.sequence(), snapshot.at(), snapshot.paused(), snapshot.settled(), western,
                snapshot.transfers(), snapshot.sources(), snapshot.worklists(), snapshot.pacs(), snapshot.pausedUntil(),
                snapshot.alerts(), snapshot.needsReview(), snapshot.configured(), snapshot.deliveryTest());
    }

    private static boolean isWestern(AppointmentView appointment) {
        return appointment.patient().patientName().chars().allMatch(letter -> letter < END);
    }
}
