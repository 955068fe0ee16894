package org.priorfetch.engine.port;

import java.time.Instant;
import java.util.List;

import org.priorfetch.engine.model.ExchangeLine;
import org.priorfetch.engine.model.ReadinessLine;

/** What was recorded, summed up by day. */
public interface ReportRepository {

    /** By day, source and outcome, in this order. */
    List<ExchangeLine> exchange(List<Day> days);

    /** By day and modality, in this order; of the appointments that have started by now. */
    List<ReadinessLine> readiness(List<Day> days, Instant now);
}
