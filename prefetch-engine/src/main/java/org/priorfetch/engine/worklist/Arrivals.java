package org.priorfetch.engine.worklist;

import java.util.Collection;
import java.util.List;

import org.priorfetch.engine.model.Appointment;
import org.priorfetch.engine.model.WorklistItem;

/** Studies that arrive in the PACS. Those of appointments that a worklist or a feed told of are no news: it knows them better. */
public final class Arrivals {

    private Arrivals() {}

    /** Those that nobody else told of. */
    public static List<WorklistItem> withoutOrder(Collection<Appointment> known, Collection<WorklistItem> arrived) {
        return arrived.stream().filter(item -> known.stream().noneMatch(one -> isOrderOf(one, item))).toList();
    }

    private static boolean isOrderOf(Appointment known, WorklistItem arrived) {
        boolean elsewhere = !known.item().worklist().equals(arrived.worklist());
        boolean sameStudy = arrived.studyInstanceUid() != null
                && arrived.studyInstanceUid().equals(known.item().studyInstanceUid());
        return elsewhere && (sameStudy || OrderTracker.find(List.of(known), arrived).isPresent());
    }
}
