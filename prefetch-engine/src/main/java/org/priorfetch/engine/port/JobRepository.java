package org.priorfetch.engine.port;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.priorfetch.engine.model.AttributeChange;
import org.priorfetch.engine.model.DeliveredInstance;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.TransferJob;

/** Transfer jobs and the instances that each has delivered. A job that was added is never lost. */
public interface JobRepository {

    /** Stores a new job and returns it with its ID. */
    TransferJob add(TransferJob job);

    void save(TransferJob job);

    Optional<TransferJob> find(long id);

    /** All jobs that are not terminal. */
    List<TransferJob> open();

    /** The jobs that were ordered for the appointment, newest first, terminal ones included. */
    List<TransferJob> ofAppointment(String appointmentId);

    /** The last job that was to bring the whole study, whoever ordered it. */
    Optional<TransferJob> lastOf(String studyInstanceUid);

    /** The jobs changed last, newest first, terminal ones included. */
    List<TransferJob> recent(int limit);

    /** The terminal jobs that are looked for, newest first, without the first ones. */
    List<TransferJob> ended(JobSearch search, int offset, int limit);

    long countEnded(JobSearch search);

    /** What an image weighs in bytes, by modality, as far as studies of one modality were brought in. */
    Map<String, Long> meanImageBytes();

    /** Held, failed and partial jobs that are the last ones of their study, newest first. */
    List<TransferJob> troubled(int limit);

    /** The jobs for a patient as a source states him, by ID. */
    List<TransferJob> ofFoundPatient(String source, String patientId);

    /**
     * Remembers that the PACS took the instance. May reach the disk up to half a second later.
     *
     * @param bytes of its data set
     */
    void markDelivered(long jobId, InstanceRef instance, long bytes);

    /** SOP Instance UIDs that the job has delivered, this and earlier tries. */
    Set<String> delivered(long jobId);

    /** Data set bytes of the instances that the job has delivered. */
    long deliveredBytes(long jobId);

    /** The instances of a study that jobs have delivered, as long as they are remembered, by series and instance. */
    List<DeliveredInstance> deliveredOf(String studyInstanceUid);

    /** Remembers what was replaced in the instances of the job until now, in place of what was remembered before. */
    void noteChanges(long jobId, List<AttributeChange> changes);

    List<AttributeChange> notedChanges(long jobId);

    /** Adds to the bytes that the job carried in vain, or once more. */
    void addCarriedTwice(long jobId, long bytes);

    /** Of the last jobs that carried any so, how many, by ID. */
    Map<Long, Long> carriedTwice(int limit);

    /** Forgets that these were delivered, because the PACS does not have them; answers how many bytes of them there were. */
    long unmarkDelivered(long jobId, Set<String> sopInstanceUids);
}
