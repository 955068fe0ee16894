package org.priorfetch.engine.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.SourceBudget;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.Urgency;

/**
 * Which transfer comes first where it is known how long they take, so that as many appointments as possible are in time
 * (the rule of Moore and Hodgson). By the time of the appointments, as long as all can be in time so. Where not, the
 * longest steps back, or one that is too late anyway: as far as it would make others late, and no further. STAT comes before
 * everything; what is urgent or wanted by hand never steps back.
 */
public final class TimelyOrder {

    /** Each one more is a walk along the queue; the rest waits at its end. */
    private static final int MOST_PLACED = 300;

    private static final Comparator<Group> BY_DUE = Comparator.comparing((Group group) -> !group.isStat())
            .thenComparing(group -> group.due)
            .thenComparing(group -> group.urgency)
            .thenComparing(group -> group.jobs.getFirst());

    /**
     * What a transfer still needs.
     *
     * @param appointment what belongs together
     */
    public record Need(TransferJob job, String appointment, double seconds) {}

    private static final class Group {

        private final List<Long> jobs = new ArrayList<>();
        private final Map<String, Double> seconds = new HashMap<>();
        private Instant due = Instant.MAX;
        private Urgency urgency = Urgency.LOW;

        void add(Need need) {
            TransferJob job = need.job();
            jobs.add(job.id());
            seconds.merge(job.ref().source(), need.seconds(), Double::sum);
            due = job.due().isBefore(due) ? job.due() : due;
            urgency = job.urgency().compareTo(urgency) < 0 ? job.urgency() : urgency;
        }

        boolean isStat() {
            return urgency == Urgency.STAT;
        }

        boolean isUrgent() {
            return urgency.compareTo(Urgency.HIGH) <= 0;
        }

        double of(String source) {
            return seconds.getOrDefault(source, 0.0);
        }
    }

    private final Instant now;
    private final List<Group> queue = new ArrayList<>();
    private final List<Group> late = new ArrayList<>();
    private final Map<String, Double> load = new HashMap<>();
    private int placed;

    private TimelyOrder(Instant now) {
        this.now = now;
    }

    /**
     * The order of these jobs; others stand between them by the time when they should be there. What lies on a slow store
     * goes ahead: it waits beside the others.
     */
    public static Comparator<TransferJob> of(Collection<Need> needs, Instant now, Map<String, SourceBudget> budgets) {
        Map<String, Group> groups = new LinkedHashMap<>();
        needs.forEach(need -> groups.computeIfAbsent(need.appointment(), _ -> new Group()).add(need));
        TimelyOrder order = new TimelyOrder(now);
        groups.values().stream().sorted(BY_DUE).forEach(order::take);
        order.late.stream().sorted(BY_DUE).forEach(order::place);
        Map<Long, Instant> places = order.places();
        return Comparator.comparing((TransferJob job) -> job.urgency() != Urgency.STAT)
                .thenComparing(job -> places.getOrDefault(job.id(), job.due())
                        .minus(DueOrder.headStart(job, budgets)))
                .thenComparing(DueOrder.of(budgets));
    }

    private void take(Group group) {
        boolean hopeless = group.seconds.values().stream().anyMatch(seconds -> seconds > patience(group));
        if (hopeless && !group.isUrgent()) {
            late.add(group);
            return;
        }
        queue.add(group);
        group.seconds.forEach((source, seconds) -> load.merge(source, seconds, Double::sum));
        String tooMuch = hopeless ? null : overloaded(group);
        while (tooMuch != null) {
            Group longest = longest(tooMuch);
            if (longest == null) {
                return;
            }
            stepBack(longest);
            tooMuch = longest == group ? null : overloaded(group);
        }
    }

    private void stepBack(Group group) {
        queue.remove(group);
        group.seconds.forEach((source, seconds) -> load.merge(source, -seconds, Double::sum));
        late.add(group);
    }

    private @Nullable String overloaded(Group group) {
        return group.seconds.keySet()
                .stream()
                .filter(source -> load.getOrDefault(source, 0.0) > patience(group))
                .findFirst()
                .orElse(null);
    }

    private @Nullable Group longest(String source) {
        return queue.stream()
                .filter(group -> !group.isUrgent() && group.of(source) > 0)
                .max(Comparator.comparingDouble(group -> group.of(source)))
                .orElse(null);
    }

    private double patience(Group group) {
        return Duration.between(now, group.due).toMillis() / 1000.0;
    }

    /** As early as nobody else comes to be late for it. */
    private void place(Group group) {
        int place = queue.size();
        if (placed++ < MOST_PLACED) {
            Map<String, Double> before = new HashMap<>();
            place = 0;
            for (int i = 0; i < queue.size(); i++) {
                Group other = queue.get(i);
                other.seconds.forEach((source, seconds) -> before.merge(source, seconds, Double::sum));
                place = wouldHarm(group, other, before) ? i + 1 : place;
            }
        }
        queue.add(place, group);
    }

    private boolean wouldHarm(Group late, Group other, Map<String, Double> untilThen) {
        double patience = patience(other);
        boolean inTime = other.seconds.keySet()
                .stream()
                .allMatch(source -> untilThen.getOrDefault(source, 0.0) <= patience);
        return inTime ? other.seconds.keySet()
                .stream()
                .anyMatch(source -> untilThen.getOrDefault(source, 0.0) + late.of(source) > patience
                        && late.of(source) > 0)
                : other.isUrgent() || other.due.isBefore(late.due);
    }

    /** The order as times, so that what has only just come finds its place by when it is due. */
    private Map<Long, Instant> places() {
        Map<Long, Instant> places = new HashMap<>();
        Instant last = Instant.MIN;
        for (Group group : queue) {
            Instant place = group.due.isAfter(last) ? group.due : last.plusMillis(1);
            group.jobs.forEach(job -> places.put(job, place));
            last = group.isStat() ? last : place;
        }
        return places;
    }
}
