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
    private final NotedChanges changes;
    private final Set<String> notNow = ConcurrentHashMap.newKeySet();
    private final OpenAnswers answers = new OpenAnswers();
    private final Halt halt = new Halt();

    /**
     * Of one job.
     *
     * @param wanted by their SOP Instance UIDs
     * @param there those of them that the PACS holds; an archive may send them with the rest of their series
     */
    Delivery(TransferJob job, StudyStore store, ImportPolicy policy, JobRepository jobs, JobProgress progress,
            Map<String, InstanceRef> wanted, Set<String> there) {
        this.job = job;
        this.store = store;
        this.policy = policy;
        this.jobs = jobs;
        this.progress = progress;
        this.wanted = Map.copyOf(wanted);
        this.taken.addAll(there);
        this.changes = new NotedChanges(all -> jobs.noteChanges(job.id(), all));
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

    /** Checks one instance and passes it on; what becomes of it is known when the answers have been awaited. */
    Answer deliver(InstanceInFlight instance) {
        if (isStopped()) {
            return refusal();
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
        return send(new MeteredInstance(instance, progress::bytesSent), policy.changes(job, instance.header()));
    }

    /** What comes while it is stopped is not wanted, or has to come once more. */
    Answer refusal() {
        return halt.isLasting() ? Answer.REJECTED : Answer.NO_ROOM;
    }

    /** The source may go on as soon as the last byte has passed. */
    private Answer send(MeteredInstance instance, AttributeChanges made) {
        try {
            StudyStore.Sent answer = store.send(instance, made, progress.times().lanes());
            answers.follow(() -> settle(instance, made, answer));
            return Answer.TAKEN;
        } catch (BrokenInstanceException broken) {
            return notSent(instance, Answer.BROKEN);
        } catch (PeerException pacsFailure) {
            halt.postpone(pacsFailure.peer(), pacsFailure.reason());
            return notSent(instance, Answer.NO_ROOM);
        } catch (RuntimeException defect) {
            Answer _ = notSent(instance, Answer.BROKEN);
            throw defect;
        }
    }

    private void settle(MeteredInstance instance, AttributeChanges made, StudyStore.Sent answer) {
        try {
            switch (answer.await()) {
                case StudyStore.Delivery.Stored(long bytes) -> stored(instance.header(), made, bytes);
                case StudyStore.Delivery.Refused(Reason reason, boolean lasting, _) ->
                    refused(instance, reason, lasting);
            }
        } catch (PeerException pacsFailure) {
            halt.postpone(pacsFailure.peer(), pacsFailure.reason());
            inVain(instance);
        } finally {
            progress.settled(instance.passed().sum());
        }
    }

    /** Whoever brings it counts what came of it. */
    private Answer notSent(MeteredInstance instance, Answer answer) {
        comesAgain(instance);
        progress.settled(instance.passed().sum());
        return answer;
    }

    private void comesAgain(MeteredInstance instance) {
        taken.remove(instance.header().instance().sopInstanceUid());
    }

    /** It has to come once more, though whoever brought it was told that it is taken. */
    private void inVain(MeteredInstance instance) {
        comesAgain(instance);
        progress.carriedTwice(instance.passed().sum());
    }

    private void stored(InstanceHeader header, AttributeChanges made, long bytes) {
        InstanceRef instance = header.instance();
        sent.add(instance, bytes);
        changes.note(AttributeChange.in(header, made));
        jobs.markDelivered(job.id(), instance, bytes);
        progress.instanceDelivered();
    }

    private void refused(MeteredInstance instance, Reason reason, boolean lasting) {
        String uid = instance.header().instance().sopInstanceUid();
        if (lasting) {
            refused.put(uid, reason);
            taken.remove(uid);
        } else {
            notNow.add(uid);
            halt.postpone(StudyRef.PACS, reason);
            inVain(instance);
        }
    }

    /** Returns when the PACS has answered for everything that was passed on. */
    void awaitAnswers() {
        answers.awaitAll();
    }

    /** What the PACS could not take when it was sent. */
    Set<String> notNow() {
        return Set.copyOf(notNow);
    }

    /** So many bytes had come before it was known whether they are to be passed on; they have to come again. */
    void discarded(long bytes) {
        if (!halt.isLasting()) {
            progress.carriedTwice(bytes);
        }
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
