package org.priorfetch.engine.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import org.jdbi.v3.core.statement.PreparedBatch;
import org.priorfetch.engine.model.InstanceRef;

/**
 * Collects the marks of delivered instances and writes them together, because they come by the thousand a second. Who reads or
 * ends a job flushes first, so that nobody sees less than was marked.
 */
final class DeliveredMarks {

    /** One instance that the PACS took. */
    record Mark(long jobId, InstanceRef instance, long bytes) {}

    private static final int ENOUGH = 200;
    private static final int LIMIT = 10_000;
    private static final Duration SOON = Duration.ofMillis(200);

    /** Takes a mark that is there already for what it is, and one of an unknown job for nothing. */
    private static final String INSERT = """
            INSERT INTO delivered_instance (job_id, sop_instance_uid, sop_class_uid, series_instance_uid, bytes)
            SELECT job.id, CAST(:instance AS VARCHAR), CAST(:class AS VARCHAR), CAST(:series AS VARCHAR),
                CAST(:bytes AS BIGINT)
            FROM transfer_job job WHERE job.id = :job AND NOT EXISTS (
                SELECT 1 FROM delivered_instance marked
                WHERE marked.job_id = :job AND marked.sop_instance_uid = :instance)""";
    private static final String BYTES = """
            SELECT sop_instance_uid, bytes FROM delivered_instance WHERE job_id = :job""";
    private static final String DELETE = """
            DELETE FROM delivered_instance WHERE job_id = :job AND sop_instance_uid = :instance""";

    private final Database database;
    private final ReentrantLock writing = new ReentrantLock();
    private final ReentrantLock guard = new ReentrantLock();
    private final Condition changed = guard.newCondition();
    private List<Mark> pending = new ArrayList<>();
    private boolean closed;

    DeliveredMarks(Database database) {
        this.database = database;
    }

    /**
     * Takes the mark and returns at once, unless so many wait that the caller has to write them.
     *
     * @throws StoreException when they cannot be written; this mark is not taken then
     */
    void add(Mark mark) {
        if (count() >= LIMIT) {
            flush();
        }
        guard.lock();
        try {
            pending.add(mark);
            if (pending.size() == 1 || pending.size() == ENOUGH) {
                changed.signalAll();
            }
        } finally {
            guard.unlock();
        }
    }

    /**
     * Writes everything that was added before.
     *
     * @throws StoreException when it cannot be written; it is kept for another try
     */
    void flush() {
        writing.lock();
        try {
            List<Mark> batch = takeAll();
            boolean written = false;
            try {
                write(batch);
                written = true;
            } finally {
                if (!written) {
                    putBack(batch);
                }
            }
        } finally {
            writing.unlock();
        }
    }

    /** Answers how many bytes the instances had. */
    long remove(long jobId, Collection<String> sopInstanceUids) {
        if (sopInstanceUids.isEmpty()) {
            return 0;
        }
        return database.change(handle -> {
            long bytes = handle.createQuery(BYTES)
                    .bind("job", jobId)
                    .map((row, _) -> sopInstanceUids.contains(row.getString("sop_instance_uid"))
                            ? row.getLong("bytes")
                            : 0)
                    .stream()
                    .mapToLong(Long::longValue)
                    .sum();
            PreparedBatch statements = handle.prepareBatch(DELETE);
            sopInstanceUids.forEach(uid -> statements.bind("job", jobId).bind("instance", uid).add());
            statements.execute();
            return bytes;
        });
    }

    /**
     * Waits until it is time to flush: there are enough marks, or the first one has waited long enough, or there were none
     * for the whole given time.
     *
     * @return false when no more will come
     */
    boolean awaitRound(Duration idle) throws InterruptedException {
        guard.lock();
        try {
            long left = idle.toNanos();
            while (!closed && pending.isEmpty() && left > 0) {
                left = changed.awaitNanos(left);
            }
            left = pending.isEmpty() ? 0 : SOON.toNanos();
            while (!closed && pending.size() < ENOUGH && left > 0) {
                left = changed.awaitNanos(left);
            }
            return !closed;
        } finally {
            guard.unlock();
        }
    }

    /** Ends {@link #awaitRound}. */
    void close() {
        guard.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            guard.unlock();
        }
    }

    private void write(List<Mark> batch) {
        if (batch.isEmpty()) {
            return;
        }
        database.write(handle -> {
            PreparedBatch statements = handle.prepareBatch(INSERT);
            for (Mark mark : batch) {
                statements.bind("job", mark.jobId)
                        .bind("instance", mark.instance.sopInstanceUid())
                        .bind("class", mark.instance.sopClassUid())
                        .bind("series", mark.instance.seriesInstanceUid())
                        .bind("bytes", mark.bytes)
                        .add();
            }
            statements.execute();
        });
    }

    private int count() {
        guard.lock();
        try {
            return pending.size();
        } finally {
            guard.unlock();
        }
    }

    private List<Mark> takeAll() {
        guard.lock();
        try {
            List<Mark> all = pending;
            pending = new ArrayList<>();
            return all;
        } finally {
            guard.unlock();
        }
    }

    private void putBack(List<Mark> batch) {
        guard.lock();
        try {
            batch.addAll(pending);
            pending = batch;
        } finally {
            guard.unlock();
        }
    }
}
