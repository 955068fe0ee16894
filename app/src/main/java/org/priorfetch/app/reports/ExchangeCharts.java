package org.priorfetch.app.reports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.priorfetch.app.i18n.Texts;
import org.priorfetch.engine.api.Report;
import org.priorfetch.engine.model.ExchangeLine;
import org.priorfetch.engine.model.ReadinessLine;

/** Makes charts of a report. */
final class ExchangeCharts {

    private static final double GIGA = 1e9;

    private final Report report;
    private final Texts texts;
    private final Calendar calendar;

    ExchangeCharts(Report report, Texts texts) {
        this.report = report;
        this.texts = texts;
        calendar = new Calendar(report.from(), report.to(), texts);
    }

    /** Transfers, stacked by how they ended. */
    Bars byOutcome() {
        Map<Outcome, Map<String, Double>> heights = new HashMap<>();
        for (ExchangeLine line : report.exchange()) {
            Outcome outcome = Outcome.of(line.outcome());
            if (outcome != null) {
                add(heights.computeIfAbsent(outcome, key -> new HashMap<>()), line.day(), (double) line.studies());
            }
        }
        List<Bars.Series> series = new ArrayList<>();
        for (Outcome outcome : Outcome.values()) {
            series.add(new Bars.Series(texts.get("reports.outcome", outcome), heights.getOrDefault(outcome, Map.of())));
        }
        return new Bars(calendar.steps(), series);
    }

    /** Gigabytes that were put into the PACS, stacked by source. */
    Bars bySource() {
        Map<String, Map<String, Double>> heights = new TreeMap<>();
        for (ExchangeLine line : report.exchange()) {
            add(heights.computeIfAbsent(line.source(), key -> new HashMap<>()), line.day(), line.bytes() / GIGA);
        }
        return new Bars(calendar.steps(), heights.entrySet()
                .stream()
                .map(source -> new Bars.Series(source.getKey(), source.getValue()))
                .toList());
    }

    /** Percent of the appointments that had nothing missing when they started. */
    Bars readiness() {
        Map<String, Double> inTime = new HashMap<>();
        Map<String, Double> known = new HashMap<>();
        for (ReadinessLine line : report.readiness()) {
            add(inTime, line.day(), (double) line.inTime());
            add(known, line.day(), (double) line.known());
        }
        Map<String, Double> shares = new HashMap<>();
        known.forEach((step, count) -> {
            if (count > 0) {
                shares.put(step, 100 * inTime.getOrDefault(step, 0.0) / count);
            }
        });
        return new Bars(calendar.steps(), List.of(new Bars.Series(texts.get("reports.ready.series"), shares)));
    }

    private void add(Map<String, Double> heights, LocalDate day, double amount) {
        heights.merge(calendar.stepOf(day), amount, Double::sum);
    }
}
