package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import org.priorfetch.engine.forecast.Amount;
import org.priorfetch.engine.forecast.Forecast;
import org.priorfetch.engine.forecast.Line;
import org.priorfetch.engine.forecast.Pace;
import org.priorfetch.engine.forecast.RateBook;
import org.priorfetch.engine.forecast.Work;
import org.priorfetch.engine.model.HoursWindow;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.SourceRoom;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferState;
import org.priorfetch.engine.model.Urgency;
import org.priorfetch.engine.plan.TimelyOrder;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.transfer.Pause;
import org.priorfetch.engine.transfer.SourceGate;
import org.priorfetch.engine.transfer.TransferRunner;

/** Foretells, at most once a second, when what is open will be done, and in which order it best begins. */
final class Forecaster {

    private static final Duration EVERY = Duration.ofSeconds(1);

    private final RateBook book;
    private final Promises promises;
    private volatile Map<String, SourceBudget> budgets;
    private final Clock clock;
    private volatile StudyWeights weights = new StudyWeights(Map.of());
    private volatile Outlook latest = Outlook.NONE;

    Forecaster(RateBook book, Promises promises, Map<String, SourceBudget> budgets, Clock clock) {
        this.book = book;
        this.promises = promises;
        this.budgets = Map.copyOf(budgets);
        this.clock = clock;
    }

    /** What the peers bear from now on. */
    void change(Map<String, SourceBudget> other) {
        budgets = Map.copyOf(other);
    }

    /** What images weigh here. */
    void weigh(Map<String, Long> bytesPerImage) {
        weights = new StudyWeights(bytesPerImage);
    }

    /** In which order what waits best begins, as it last looked. */
    Comparator<TransferJob> order() {
        return latest.order();
    }

    /**
     * How it looks now.
     *
     * @param open in the order in which they will begin
     * @param begun when those under way began
     * @param rooms how many transfers of each source run side by side now
     */
    synchronized Outlook outlook(List<TransferJob> open, Map<Long, Instant> begun, Pause pause,
            Function<String, SourceRoom> rooms) {
        Instant now = clock.now();
        if (!now.isBefore(latest.at().plus(EVERY)) || now.isBefore(latest.at())) {
            open.stream().filter(job -> begun.containsKey(job.id())).forEach(job -> book.note(job, now));
            Map<Long,
                    Instant> ends = ends(open, pause, now, source -> line(source, book.calibrated(source), rooms, now));
            latest = new Outlook(now, ends, TimelyOrder.of(needs(open), now, budgets));
            promise(ends(open, pause, now, source -> line(source, book.pace(source), rooms, now)), begun, now);
        }
        return latest;
    }

    /** What was learnt from earlier promises is left out, or it would be learnt twice. */
    private void promise(Map<Long, Instant> ends, Map<Long, Instant> begun, Instant now) {
        promises.keepOnly(begun.keySet());
        begun.forEach((job, since) -> {
            Instant end = ends.get(job);
            if (end != null) {
                promises.promise(job, since, now, end);
            }
        });
    }

    private Map<Long, Instant> ends(List<TransferJob> open, Pause pause, Instant now,
            Function<String, Optional<Line>> known) {
        Map<String, Line> lines = new HashMap<>();
        open.stream()
                .map(job -> job.ref().source())
                .distinct()
                .forEach(source -> known.apply(source).ifPresent(line -> lines.put(source, line)));
        List<Work> work = open.stream()
                .filter(job -> job.state().isUnderWay() || (canBeSaid(job) && (!pause.on() || pause.until() != null)))
                .map(job -> work(job, pause, now))
                .toList();
        return Forecast.ends(work, lines, now);
    }

    /** When a peer that has failed will answer again, nobody knows. */
    private static boolean canBeSaid(TransferJob job) {
        return !TransferRunner.isStuck(job);
    }

    private Optional<Line> line(String source, Optional<Pace> known, Function<String, SourceRoom> rooms, Instant now) {
        SourceBudget budget = budget(source);
        HoursWindow hours = budget.hours();
        UnaryOperator<Instant> opening = from -> hours == null ? from
                : hours.nextOpening(from, clock.zone());
        return known.map(pace -> new Line(pace, budget.bitsPerSecond(), rooms.apply(source),
                book.silence(source, now), opening));
    }

    private SourceBudget budget(String source) {
        return budgets.getOrDefault(source, SourceBudget.DEFAULT);
    }

    private Work work(TransferJob job, Pause pause, Instant now) {
        Instant from = job.notBefore();
        Instant until = pause.until();
        if (pause.on() && until != null && until.isAfter(from)) {
            from = until;
        }
        if (job.reason() != null && SourceGate.isDailyVolume(job.reason())) {
            from = LocalDate.ofInstant(now, clock.zone()).plusDays(1).atStartOfDay(clock.zone()).toInstant();
        }
        return new Work(job.id(), job.ref().source(), amountLeft(job), job.state().isUnderWay(),
                from.isBefore(now) ? now : from, isForAnyHour(job, now));
    }

    /** As the gate of the source sees it. */
    private boolean isForAnyHour(TransferJob job, Instant now) {
        HoursWindow hours = budget(job.ref().source()).hours();
        return hours == null || job.urgency().compareTo(Urgency.HIGH) <= 0
                || job.due()
                        .isBefore(hours.nextOpening(now, clock.zone()));
    }

    private Amount amountLeft(TransferJob job) {
        int images = job.expected() >= 0 ? job.expected() : weights.images(job.candidate());
        int left = Math.max(0, images - job.delivered());
        double each = job.delivered() > 0 && job.bytes() > 0
                ? (double) job.bytes() / job.delivered()
                : (double) weights.bytes(job.candidate()) / Math.max(1, weights.images(job.candidate()));
        return new Amount(job.state().isUnderWay() ? 0 : 1, left, left * each);
    }

    /** What may begin now, or has begun. */
    private List<TimelyOrder.Need> needs(List<TransferJob> open) {
        return open.stream().filter(job -> job.state() != TransferState.WAITING).map(job -> {
            Pace pace = book.calibrated(job.ref().source()).orElse(Pace.USUAL);
            String appointment = job.appointmentId();
            return new TimelyOrder.Need(job, appointment == null ? "#" + job.id() : appointment,
                    pace.within(budget(job.ref().source()).bitsPerSecond(),
                            amountLeft(job)));
        }).toList();
    }
}
