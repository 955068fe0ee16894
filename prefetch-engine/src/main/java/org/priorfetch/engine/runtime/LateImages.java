package org.priorfetch.engine.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyFinder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks, some times after a study was brought in, whether its source lists other instances than it did: ones that came late, and
 * ones that are gone. Politely: half an hour after the transfer at the earliest, then after twice as long each time.
 */
final class LateImages {

    private static final Logger LOG = LoggerFactory.getLogger(LateImages.class);
    private static final Duration FIRST_AFTER = Duration.ofMinutes(30);
    private static final int MOST_LOOKS = 6;

    /**
     * What was seen.
     *
     * @param incomplete whether the source lists instances that are not here
     * @param notes for people; empty when the source lists what it did
     */
    record Change(boolean incomplete, List<Message> notes) {

        static final Change NONE = new Change(false, List.of());

        Change {
            notes = List.copyOf(notes);
        }

        /** The reason of a candidate with what is to be said. */
        Reason addedTo(Reason reason) {
            List<Message> phrases = new ArrayList<>(reason.phrases());
            notes.stream().filter(note -> !phrases.contains(note)).forEach(phrases::add);
            return new Reason(phrases);
        }
    }

    /**
     * @param next the earliest time of the next look
     * @param job about which it was seen; a later one has brought what was incomplete
     */
    private record Look(int count, Instant next, Change seen, long job) {

        Change of(TransferJob complete) {
            return complete.id() == job ? seen : new Change(false, seen.notes());
        }
    }

    private final Function<String, @Nullable StudyFinder> sources;
    private final BiFunction<TransferJob, List<InstanceRef>, List<InstanceRef>> chosen;
    private final StudyFinder pacs;
    private final JobRepository jobs;
    private final PeerRests rests;
    private final Clock clock;
    private final Map<String, Look> looks = new HashMap<>();

    /**
     * @param sources by name; null for what is none
     * @param chosen which of the instances listed a job brings
     */
    LateImages(Function<String, @Nullable StudyFinder> sources,
            BiFunction<TransferJob, List<InstanceRef>, List<InstanceRef>> chosen, StudyFinder pacs, JobRepository jobs,
            PeerRests rests, Clock clock) {
        this.chosen = chosen;
        this.sources = sources;
        this.pacs = pacs;
        this.jobs = jobs;
        this.rests = rests;
        this.clock = clock;
    }

    /** What is known of the study that the job brought in completely; looks when it is time. */
    Change of(TransferJob complete) {
        String key = complete.ref().source() + " " + complete.ref().studyInstanceUid();
        StudyFinder source = sources.apply(complete.ref().source());
        Look due = source == null ? null : beginLook(key, complete);
        if (source == null || due == null) {
            return known(key, complete);
        }
        try {
            Change seen = look(source, complete);
            keep(key, due, seen);
            return seen;
        } catch (PeerException failure) {
            LOG.debug("A study could not be looked at again: {}", failure.getMessage());
            return known(key, complete);
        }
    }

    private synchronized Change known(String key, TransferJob complete) {
        Look last = looks.get(key);
        return last == null ? Change.NONE : last.of(complete);
    }

    /** Counts the look in, so that nobody else takes it; null when it is not time for one. */
    private synchronized @Nullable Look beginLook(String key, TransferJob complete) {
        Instant now = clock.now();
        Look last = looks.getOrDefault(key,
                new Look(0, complete.updated().plus(FIRST_AFTER), Change.NONE, complete.id()));
        boolean due = !now.isBefore(last.next()) && last.count() < MOST_LOOKS
                && !rests.now().containsKey(complete.ref().source());
        if (!due) {
            return null;
        }
        Look begun = new Look(last.count() + 1, now.plus(FIRST_AFTER.multipliedBy(2L << last.count())),
                last.of(complete), complete.id());
        looks.put(key, begun);
        return begun;
    }

    private synchronized void keep(String key, Look begun, Change seen) {
        looks.put(key, new Look(begun.count(), begun.next(), seen, begun.job()));
    }

    private Change look(StudyFinder source, TransferJob complete) throws PeerException {
        String study = complete.ref().studyInstanceUid();
        List<InstanceRef> listed = source.findInstances(study);
        if (listed.isEmpty()) {
            return new Change(false, List.of(Message.of("runtime.studyWithdrawn")));
        }
        Set<String> brought = jobs.deliveredOf(study)
                .stream()
                .filter(delivered -> delivered.source().equals(complete.ref().source()))
                .map(delivered -> delivered.instance().sopInstanceUid())
                .collect(Collectors.toSet());
        Set<String> here = new HashSet<>(pacs.findInstanceUids(study));
        here.addAll(brought);
        List<InstanceRef> late = chosen.apply(complete, listed)
                .stream()
                .filter(instance -> !here.contains(instance.sopInstanceUid()))
                .toList();
        listed.forEach(instance -> brought.remove(instance.sopInstanceUid()));
        return new Change(!late.isEmpty(), notes(late, brought.size()));
    }

    private static List<Message> notes(List<InstanceRef> late, int gone) {
        List<Message> notes = new ArrayList<>();
        if (!late.isEmpty()) {
            notes.add(Message.of("runtime.lateImages", late.size()));
        }
        late.stream()
                .flatMap(instance -> Companion.ofInstance(instance.sopClassUid()).stream())
                .distinct()
                .sorted()
                .forEach(kind -> notes.add(Message.of("runtime.late." + kind)));
        if (gone > 0) {
            notes.add(Message.of("runtime.imagesWithdrawn", gone));
        }
        return notes;
    }

    /** Forgets the studies that nobody asks about any more. */
    synchronized void forgetBefore(Instant moment) {
        looks.values().removeIf(look -> look.next().isBefore(moment));
    }
}
