package org.priorfetch.engine.transfer;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.TransferOutcome;
import org.priorfetch.engine.port.BrokenInstanceException;
import org.priorfetch.engine.port.InstanceInFlight;
import org.priorfetch.engine.port.InstanceReceiver.Answer;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.port.StudyStore;

/**
 * Puts the instances of one job into the PACS: every single one is checked before it goes, and remembered when it has gone.
 * Thread-safe.
 */
final class Delivery {

    private final TransferJob job;
    private final StudyStore store;
    private final ImportPolicy policy;
    private final JobRepository jobs;
    private final JobProgress progress;
    private final Map<String, InstanceRef> wanted;
    private final InstanceCheck check;
    private final Set<String> taken = ConcurrentHashMap.newKeySet();
    private final ConcurrentMap<String, InstanceRef> deliveredNow = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, Reason> refused = new ConcurrentHashMap<>();
    private final Map<String, Long> sizes = new ConcurrentHashMap<>();
    private final NotedChanges changes = new NotedChanges();
    private final Set<String> notNow = ConcurrentHashMap.newKeySet();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicReference<@Nullable TransferOutcome> stop = new AtomicReference<>();

    Delivery(TransferJob job, StudyStore store, ImportPolicy policy, JobRepository jobs, JobProgress progress,
            Map<String, InstanceRef> wanted) {
        this.job = job;
        this.store = store;
        this.policy = policy;
        this.jobs = jobs;
        this.progress = progress;
        this.wanted = Map.copyOf(wanted);
        this.check = new InstanceCheck(job, policy, this.wanted, stop::set);
    }

    /** How many instances are wanted of each series. */
    Map<String, Integer> seriesSizes() {
        return wanted.values()
                .stream()
                .collect(Collectors.toMap(InstanceRef::seriesInstanceUid, _ -> 1, Integer::sum));
    }

    /** Whether the instance is what was asked for; stops the study when it is another patient's. */
    Answer check(InstanceHeader header) {
        return check.check(header);
    }

    /** The size of an instance of the series that was sent; 0 as long as there was none. */
    long bytesOf(String seriesInstanceUid) {
        return sizes.getOrDefault(seriesInstanceUid, 0L);
    }

    /** Checks one instance and passes it on. */
    Answer deliver(InstanceInFlight instance) {
        if (isStopped()) {
            return Answer.REJECTED;
        }
        Answer checked = check(instance.header());
        if (checked != Answer.TAKEN) {
            return checked;
        }
        String uid = instance.header().instance().sopInstanceUid();
        if (!taken.add(uid)) {
            return Answer.TAKEN;
        }
        Answer answer = send(instance);
        if (answer != Answer.TAKEN) {
            taken.remove(uid);
        }
        return answer;
    }

    private Answer send(InstanceInFlight instance) {
        AttributeChanges made = policy.changes(job, instance.header());
        try {
            return switch (store.deliver(new MeteredInstance(instance, progress), made,
                    progress.times().lanes())) {
                case StudyStore.Delivery.Stored(long sent) -> stored(instance.header(), made, sent);
                case StudyStore.Delivery.Refused(Reason reason, boolean lasting) ->
                    refused(instance.header().instance(), reason, lasting);
            };
        } catch (BrokenInstanceException broken) {
            return Answer.REJECTED;
        } catch (PeerException pacsFailure) {
            postpone(pacsFailure.peer(), pacsFailure.reason());
            return Answer.NO_ROOM;
        }
    }

    private Answer stored(InstanceHeader header, AttributeChanges made, long sent) {
        InstanceRef instance = header.instance();
        deliveredNow.put(instance.sopInstanceUid(), instance);
        changes.note(AttributeChange.in(header, made));
        bytes.addAndGet(sent);
        sizes.put(instance.seriesInstanceUid(), sent);
        jobs.markDelivered(job.id(), instance, sent);
        progress.instanceDelivered();
        return Answer.TAKEN;
    }

    private Answer refused(InstanceRef instance, Reason reason, boolean lasting) {
        if (lasting) {
            refused.put(instance.sopInstanceUid(), reason);
            return Answer.REJECTED;
        }
        notNow.add(instance.sopInstanceUid());
        postpone(StudyRef.PACS, reason);
        return Answer.NO_ROOM;
    }

    /** What the PACS could not take when it was sent. */
    Set<String> notNow() {
        return Set.copyOf(notNow);
    }

    /** The local disk did not take a sample. */
    void diskFailed(IOException failure) {
        postpone(StudyRef.PACS, Reason.of("transfer.spoolFailed", String.valueOf(failure.getMessage())));
    }

    private void postpone(String peer, Reason reason) {
        stop.compareAndSet(null, new TransferOutcome.Postponed(peer, reason));
    }

    boolean isStopped() {
        return stop.get() != null;
    }

    /** Why it was stopped, to be asked when no instance is under way any more; null when it was not. */
    @Nullable
    TransferOutcome stop() {
        return stop.get() instanceof TransferOutcome.Held(Reason reason, _, _) && !deliveredNow.isEmpty()
                ? new TransferOutcome.Held(
                        reason.and("transfer.alreadyDelivered", String.valueOf(deliveredNow.size())))
                : stop.get();
    }

    /** What was in trouble may be well again at the next try; what is held stays held. */
    void goOnAfterTrouble() {
        stop.updateAndGet(outcome -> isLasting(outcome) ? outcome : null);
    }

    /** Whether another round would not help. */
    static boolean isLasting(@Nullable TransferOutcome outcome) {
        return outcome instanceof TransferOutcome.Held || outcome instanceof TransferOutcome.Refused;
    }

    /** Instances about which nothing more is to be done in this try. */
    Set<String> settled() {
        Set<String> settled = new HashSet<>(deliveredNow.keySet());
        settled.addAll(refused.keySet());
        return settled;
    }

    Set<String> deliveredNow() {
        return Set.copyOf(deliveredNow.keySet());
    }

    /** Those of the instances that this try has sent. */
    List<InstanceRef> sentNow(Set<String> sopInstanceUids) {
        return deliveredNow.values()
                .stream()
                .filter(instance -> sopInstanceUids.contains(instance.sopInstanceUid()))
                .toList();
    }

    /** These were said to be stored, but are not there. */
    void forget(Set<String> sopInstanceUids) {
        deliveredNow.keySet().removeAll(sopInstanceUids);
        taken.removeAll(sopInstanceUids);
        progress.instancesLost(sopInstanceUids.size());
    }

    Map<String, Reason> refused() {
        return Map.copyOf(refused);
    }

    List<AttributeChange> changes() {
        return changes.all();
    }

    long bytes() {
        return bytes.get();
    }
}
