package org.priorfetch.engine.api;

import java.time.LocalDate;
import java.util.List;

import org.priorfetch.engine.model.ExchangeLine;
import org.priorfetch.engine.model.ReadinessLine;

/**
 * What was exchanged, and whether it was in time. Days without anything have no lines.
 *
 * @param from the first day
 * @param to the last day, inclusive
 * @param exchange by day, source and outcome
 * @param readiness by day and modality
 */
public record Report(LocalDate from, LocalDate to, List<ExchangeLine> exchange, List<ReadinessLine> readiness) {

    public Report {
        exchange = List.copyOf(exchange);
        readiness = List.copyOf(readiness);
    }
}
