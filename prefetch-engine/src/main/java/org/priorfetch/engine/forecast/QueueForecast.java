package org.priorfetch.engine.forecast;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

import org.priorfetch.engine.model.SourceRoom;

/**
 * Plays the queue of one source through: what is under way has its lanes, the first in the order as many as it has work
 * for, and what waits begins in its order.
 */
final class QueueForecast {

    private static final long MILLIS = 1000;
    /** Further ahead nothing can be said; also what ends a source that never opens. */
    private static final Duration FARTHEST = Duration.ofDays(7);

    private record Waiting(Work work, int place, Instant from) {}

    private final Line line;
    private final Instant horizon;
    private final Map<Long, Instant> ends = new HashMap<>();
    /** In their order. */
    private final List<Moving> running = new ArrayList<>();
    private final PriorityQueue<Waiting> ready = new PriorityQueue<>(Comparator.comparingInt(Waiting::place));
    private final PriorityQueue<Waiting> later = new PriorityQueue<>(Comparator.comparing(Waiting::from));
    private Instant now;

    private QueueForecast(Line line, Instant now) {
        this.line = line;
        this.now = now.plus(line.silence());
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
            begin(work, place);
        } else {
            later.add(new Waiting(work, place, work.notBefore()));
        }
    }

    private void begin(Work work, int place) {
        Moving begun = new Moving(work, place, line.seconds(work.left()));
        if (begun.isDone()) {
            ends.put(work.id(), now); // what only waits for the PACS takes nobody's place
            return;
        }
        running.add(begun);
        running.sort(Comparator.comparingInt(Moving::place));
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
        int[] lanes = lanes();
        double busy = Arrays.stream(lanes).sum();
        double next = Double.MAX_VALUE;
        for (int i = 0; i < lanes.length; i++) {
            next = lanes[i] == 0 ? next : Math.min(next, Math.max(0, running.get(i).left()) * busy / lanes[i]);
        }
        if (hasRoom() && !later.isEmpty()) {
            next = Math.min(next, Math.max(0.001, Duration.between(now, later.element().from()).toMillis() / 1000.0));
        }
        now = now.plusMillis(Math.max(1, Math.round(next * MILLIS)));
        for (int i = 0; i < lanes.length; i++) {
            running.get(i).pass(next * lanes[i] / busy);
        }
        running.removeIf(one -> {
            if (one.isDone()) {
                ends.put(one.id(), now);
            }
            return one.isDone();
        });
    }

    /** What the source gives is shared by those that are used, whether or not any is left. */
    private int[] lanes() {
        SourceRoom room = line.room();
        int[] lanes = new int[running.size()];
        int left = room.lanes();
        for (int i = 0; i < lanes.length && left > 0; i++) {
            lanes[i] = running.get(i).lanes(Math.min(left, room.lanesOfOne()));
            left -= lanes[i];
        }
        return lanes;
    }

    private boolean hasRoom() {
        SourceRoom room = line.room();
        if (running.size() < room.jobs()) {
            return true;
        }
        return running.size() < room.mostJobs() && Arrays.stream(lanes()).sum() < room.lanes();
    }

    private void fill() {
        while (!later.isEmpty() && !later.element().from().isAfter(now)) {
            ready.add(later.remove());
        }
        List<Waiting> closed = new ArrayList<>();
        while (!ready.isEmpty() && hasRoom()) {
            Waiting next = ready.remove();
            Instant opening = next.work().anyHour() ? now : line.nextOpening().apply(now);
            if (opening.isAfter(now)) {
                closed.add(new Waiting(next.work(), next.place(), opening));
            } else {
                begin(next.work(), next.place());
            }
        }
        later.addAll(closed);
    }
}
