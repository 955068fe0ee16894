package org.priorfetch.engine.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/** Plays the queue of one source through: what is under way shares it, what waits begins in its order. */
final class QueueForecast {

    private static final long MILLIS = 1000;
    /** Further ahead nothing can be said; also what ends a source that never opens. */
    private static final Duration FARTHEST = Duration.ofDays(7);

    private record Waiting(Work work, int place, Instant from) {}

    private final Line line;
    private final Instant horizon;
    private final Map<Long, Instant> ends = new HashMap<>();
    private final Map<Work, Double> running = new LinkedHashMap<>();
    private final PriorityQueue<Waiting> ready = new PriorityQueue<>(Comparator.comparingInt(Waiting::place));
    private final PriorityQueue<Waiting> later = new PriorityQueue<>(Comparator.comparing(Waiting::from));
    private Instant now;

    private QueueForecast(Line line, Instant now) {
        this.line = line;
        this.now = now;
        this.horizon = now.plus(FARTHEST);
    }

    /** When each is done; what is too far ahead is left out. */
    static Map<Long, Instant> ends(List<Work> inOrder, Line line, Instant now) {
        QueueForecast forecast = new QueueForecast(line, now);
        Deque<Work> all = new ArrayDeque<>(inOrder);
        for (int place = 0; !all.isEmpty(); place++) {
            forecast.take(all.removeFirst(), place);
        }
        forecast.play();
        return forecast.ends;
    }

    private void take(Work work, int place) {
        if (work.underWay()) {
            running.put(work, line.pace().seconds(work.left()));
        } else {
            later.add(new Waiting(work, place, work.notBefore()));
        }
    }

    private void play() {
        fill();
        while ((!running.isEmpty() || !later.isEmpty()) && now.isBefore(horizon)) {
            if (running.isEmpty()) {
                now = later.element().from();
            } else {
                advance();
            }
            fill();
        }
    }

    /** To the next end, or to when something more may begin where there is room for it. */
    private void advance() {
        double share = running.size();
        double next = running.values().stream().mapToDouble(seconds -> seconds).min().orElse(0) * share;
        if (running.size() < line.sideBySide() && !later.isEmpty()) {
            next = Math.min(next, Math.max(0.001, Duration.between(now, later.element().from()).toMillis() / 1000.0));
        }
        now = now.plusMillis(Math.max(1, Math.round(next * MILLIS)));
        double each = next / share;
        running.replaceAll((_, seconds) -> seconds - each);
        for (Iterator<Map.Entry<Work, Double>> all = running.entrySet().iterator(); all.hasNext();) {
            Map.Entry<Work, Double> one = all.next();
            if (one.getValue() * MILLIS < 1) {
                ends.put(one.getKey().id(), now);
                all.remove();
            }
        }
    }

    private void fill() {
        while (!later.isEmpty() && !later.element().from().isAfter(now)) {
            ready.add(later.remove());
        }
        List<Waiting> closed = new ArrayList<>();
        while (running.size() < line.sideBySide() && !ready.isEmpty()) {
            Waiting next = ready.remove();
            Instant opening = next.work().anyHour() ? now : line.nextOpening().apply(now);
            if (opening.isAfter(now)) {
                closed.add(new Waiting(next.work(), next.place(), opening));
            } else {
                running.put(next.work(), line.pace().seconds(next.work().left()));
            }
        }
        later.addAll(closed);
    }
}
