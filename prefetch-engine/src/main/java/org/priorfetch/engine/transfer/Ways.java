package org.priorfetch.engine.transfer;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

import org.priorfetch.engine.model.RetrieveWay;
import org.priorfetch.engine.model.TimePart;
import org.priorfetch.engine.port.Cancellation;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.RequestSlots;
import org.priorfetch.engine.port.SpentTime;
import org.priorfetch.engine.port.StudyRetriever;

/**
 * The ways out of one source, what is known of them, and how many requests it bears.
 *
 * @param slots requests at a time, by all ways together
 */
record Ways(Map<RetrieveWay, StudyRetriever> all, WayChooser chooser, RequestSlots slots, Clock clock) {

    Ways {
        all = Collections.unmodifiableMap(new EnumMap<>(all));
    }

    StudyRetriever by(RetrieveWay way) {
        StudyRetriever retriever = all.get(way);
        if (retriever == null) {
            throw new IllegalArgumentException("no way " + way);
        }
        return retriever;
    }

    /** The same, with more patience until the first instance comes. */
    Ways waiting(Duration forFirst) {
        Map<RetrieveWay, StudyRetriever> patient = new EnumMap<>(RetrieveWay.class);
        all.forEach((way, retriever) -> patient.put(way, retriever.waiting(forFirst)));
        return new Ways(patient, chooser, slots, clock);
    }

    /** What each way allows at a time alone would be too much for one archive. Answers whether there is a place. */
    boolean takeSlot(Cancellation cancellation, SpentTime spent) {
        try (SpentTime.Wait _ = spent.waiting(TimePart.SLOT)) {
            return !cancellation.isCancelled() && slots.take(cancellation::isCancelled);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            cancellation.cancel();
            return false;
        }
    }
}
