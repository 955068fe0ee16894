package org.priorfetch.engine.transfer;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
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
    private final SentInstances sent = new SentInstances();
    private final ConcurrentMap<String, Reason> refused = new ConcurrentHashMap<>();
    private final NotedChanges changes = new NotedChanges();
    private final Set<String> notNow = ConcurrentHashMap.newKeySet();
    private final Halt halt = new Halt();

    Delivery(TransferJob job, StudyStore store, ImportPolicy policy, JobRepository jobs, JobProgress progress,
            Map<String, InstanceRef> wanted) {
        this.job = job;
        this.store = store;
        this.policy = policy;
        this.jobs = jobs;
        this.progress = progress;
        this.wanted = Map.copyOf(wanted);
        this.check = new InstanceCheck(job, policy, this.wanted, halt::because);
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
            progress.carriedTwice(MeteredInstance.sizeOf(instance));
            return Answer.TAKEN;
        }
        Answer answer = send(instance);
        if (answer != Answer.TAKEN) {
            taken.remove(uid);
        }
        return answer;
    }

    private Answer send(InstanceInFlight instance) {
        MeteredInstance metered = new MeteredInstance(instance, progress);
        Answer answer = send(metered, policy.changes(job, instance.header()));
        String uid = instance.header().instance().sopInstanceUid();
        boolean comesAgain = !sent.contains(uid) && !refused.containsKey(uid);
        if (comesAgain) {
            progress.carriedTwice(metered.passed().sum());
        }
        return answer;
    }

    private Answer send(MeteredInstance instance, AttributeChanges made) {
        try {
            return switch (store.deliver(instance, made, progress.times().lanes())) {
                case StudyStore.Delivery.Stored(long bytes) -> stored(instance.header(), made, bytes);
                case StudyStore.Delivery.Refused(Reason reason, boolean lasting) ->
                    refused(instance.header().instance(), reason, lasting);
            };
        } catch (BrokenInstanceException broken) {
            return Answer.REJECTED;
        } catch (PeerException pacsFailure) {
            halt.postpone(pacsFailure.peer(), pacsFailure.reason());
            return Answer.NO_ROOM;
        }
    }

    private Answer stored(InstanceHeader header, AttributeChanges made, long bytes) {
        InstanceRef instance = header.instance();
        boolean again = sent.add(instance, bytes);
        if (again) {
            progress.carriedTwice(bytes);
        }
        changes.note(AttributeChange.in(header, made));
        jobs.markDelivered(job.id(), instance, bytes);
        progress.instanceDelivered();
        return Answer.TAKEN;
    }

    private Answer refused(InstanceRef instance, Reason reason, boolean lasting) {
        if (lasting) {
            refused.put(instance.sopInstanceUid(), reason);
            return Answer.REJECTED;
        }
        notNow.add(instance.sopInstanceUid());
        halt.postpone(StudyRef.PACS, reason);
        return Answer.NO_ROOM;
    }

    /** What the PACS could not take when it was sent. */
    Set<String> notNow() {
        return Set.copyOf(notNow);
    }

    /** The local disk did not take a sample. */
    void diskFailed(IOException failure) {
        halt.postpone(StudyRef.PACS, Reason.of("transfer.spoolFailed", String.valueOf(failure.getMessage())));
    }

    boolean isStopped() {
        return halt.isSet();
    }

    /** Why it was stopped, to be asked when no instance is under way any more; null when it was not. */
    @Nullable
    TransferOutcome stop() {
        return halt.outcome(sent.count());
    }

    /** What was in trouble may be well again at the next try; what is held stays held. */
    void goOnAfterTrouble() {
        halt.goOnAfterTrouble();
    }

    /** Instances about which nothing more is to be done in this try. */
    Set<String> settled() {
        Set<String> settled = new HashSet<>(sent.uids());
        settled.addAll(refused.keySet());
        return settled;
    }

    /** What this try has sent. */
    SentInstances sent() {
        return sent;
    }

    /** These were said to be stored, but are not there. */
    void forget(Set<String> sopInstanceUids) {
        sent.lost(sopInstanceUids);
        taken.removeAll(sopInstanceUids);
        progress.instancesLost(sopInstanceUids.size());
    }

    Map<String, Reason> refused() {
        return Map.copyOf(refused);
    }

    List<AttributeChange> changes() {
        return changes.all();
    }
}
