package org.priorfetch.engine.api;

import java.util.List;
import org.priorfetch.engine.api.ReviewItem.DoubtfulPatient;
import org.priorfetch.engine.api.ReviewItem.TroubledStudy;

/** All that waits for a person: the most urgent first, what was put off last. */
public record Reviews(List<DoubtfulPatient> doubtful, List<TroubledStudy> troubled) {
    public Reviews {
        doubtful = List.copyOf(doubtful);
        troubled = List.copyOf(troubled);
    }
}
