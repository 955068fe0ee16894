package org.priorfetch.engine.transfer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.DeliveredInstance;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.JobRepository;
import org.priorfetch.engine.port.JobSearch;
import org.priorfetch.engine.port.RepositoryException;

/** Jobs that are gone with the test. Can be made to fail as a full disk does. */
final class InMemoryJobs implements JobRepository {

    private final Map<Long, TransferJob> jobs = new TreeMap<>();
    private final Map<Long, Set<String>> delivered = new HashMap<>();
    private final Map<String, DeliveredInstance> instances = new TreeMap<>();
    private final Map<Long, Long> carriedTwice = new TreeMap<>();
    private final Map<Long, List<AttributeChange>> noted = new TreeMap<>();
    private boolean full;

    synchronized void full(boolean nowFull) {
        full = nowFull;
    }

    @Override
    public synchronized TransferJob add(TransferJob job) {
        TransferJob stored = job.withId(jobs.size() + 1L);
        jobs.put(stored.id(), stored);
        return stored;
    }

    @Override
    public synchronized void save(TransferJob job) {
        if (full) {
            throw new RepositoryException("no room left", null);
        }
        jobs.put(job.id(), job);
    }

    @Override
    public synchronized Optional<TransferJob> find(long id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public synchronized List<TransferJob> open() {
        return jobs.values().stream().filter(job -> !job.state().isTerminal()).toList();
    }

    @Override
    public synchronized List<TransferJob> ofAppointment(String appointmentId) {
        return jobs.values().stream().filter(job -> appointmentId.equals(job.appointmentId())).toList();
    }

    @Override
    public synchronized Optional<TransferJob> lastOf(String studyInstanceUid) {
        return jobs.values()
                .stream()
                .filter(job -> job.isWholeStudy() && job.ref().studyInstanceUid().equals(studyInstanceUid))
                .reduce((_, later) -> later);
    }

    @Override
    public synchronized List<TransferJob> recent(int limit) {
        return jobs.values().stream().limit(limit).toList();
    }

    @Override
    public synchronized List<TransferJob> ended(JobSearch search, int offset, int limit) {
        return jobs.values().stream().filter(job -> job.state().isTerminal()).skip(offset).limit(limit).toList();
    }

    @Override
    public synchronized long countEnded(JobSearch search) {
        return jobs.values().stream().filter(job -> job.state().isTerminal()).count();
    }

    @Override
    public synchronized List<TransferJob> troubled(int limit) {
        return jobs.values().stream().filter(job -> job.state().isTrouble()).limit(limit).toList();
    }

    @Override
    public synchronized List<TransferJob> ofFoundPatient(String source, String patientId) {
        return jobs.values()
                .stream()
                .filter(job -> job.ref().source().equals(source)
                        && job.candidate().patient().key().patientId().equals(patientId))
                .toList();
    }

    @Override
    public synchronized void markDelivered(long jobId, InstanceRef instance, long bytes) {
        delivered.computeIfAbsent(jobId, id -> new HashSet<>()).add(instance.sopInstanceUid());
        instances.put(instance.sopInstanceUid(), new DeliveredInstance("", instance, bytes));
    }

    @Override
    public synchronized long deliveredBytes(long jobId) {
        return delivered(jobId).stream().mapToLong(uid -> instances.get(uid).bytes()).sum();
    }

    @Override
    public synchronized List<DeliveredInstance> deliveredOf(String studyInstanceUid) {
        return List.copyOf(instances.values());
    }

    @Override
    public Map<String, Long> meanImageBytes() {
        return Map.of();
    }

    @Override
    public synchronized Set<String> delivered(long jobId) {
        return Set.copyOf(delivered.getOrDefault(jobId, Set.of()));
    }

    @Override
    public synchronized long unmarkDelivered(long jobId, Set<String> sopInstanceUids) {
        Set<String> marked = delivered.getOrDefault(jobId, new HashSet<>());
        long bytes = sopInstanceUids.stream()
                .filter(marked::contains)
                .mapToLong(uid -> instances.get(uid).bytes())
                .sum();
        marked.removeAll(sopInstanceUids);
        return bytes;
    }

    @Override
    public synchronized void noteChanges(long jobId, List<AttributeChange> changes) {
        noted.put(jobId, changes);
    }

    @Override
    public synchronized List<AttributeChange> notedChanges(long jobId) {
        return noted.getOrDefault(jobId, List.of());
    }

    @Override
    public synchronized void addCarriedTwice(long jobId, long bytes) {
        if (full) {
            throw new RepositoryException("no room left", null);
        }
        carriedTwice.merge(jobId, bytes, Long::sum);
    }

    @Override
    public synchronized Map<Long, Long> carriedTwice(int limit) {
        return Map.copyOf(carriedTwice);
    }
}
