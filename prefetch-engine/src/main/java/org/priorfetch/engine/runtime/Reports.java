package org.priorfetch.engine.runtime;

import java.util.List;

import org.priorfetch.engine.api.RecordCommand;
import org.priorfetch.engine.api.Report;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.Day;
import org.priorfetch.engine.port.ReportRepository;

/** Sums up what was recorded, by the days of this place. */
record Reports(ReportRepository repository, Clock clock) {

    Report read(RecordCommand.ReadReport wanted) {
        List<Day> days = Day.between(wanted.from(), wanted.to(), clock.zone());
        return new Report(wanted.from(), wanted.to(), repository.exchange(days),
                repository.readiness(days, clock.now()));
    }
}
