package org.priorfetch.engine.transfer;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.port.PeerException;

/** What may come in, and as what. The same question gets the same answer until a person decides otherwise. */
public interface ImportPolicy {

    /**
     * Learns from others what the checks of the job depend on.
     *
     * @throws PeerException when they do not answer; then nothing can be checked
     */
    void prepare(TransferJob job) throws PeerException;

    /** Whether the instance belongs to the patient that the job is for. */
    IdentityDecision check(TransferJob job, InstanceHeader header);

    /** Which of the instances of a study come along, in their order; never none where there are some. */
    List<InstanceRef> chosen(TransferJob job, List<InstanceRef> listed);

    /** What is replaced in the instance. */
    AttributeChanges changes(TransferJob job, InstanceHeader header);

    /** Why the study cannot join what the PACS already holds under its UID; null when it can. */
    @Nullable
    Reason conflict(TransferJob job, PriorCandidate heldByPacs);

    /**
     * Why a study may not keep its own patient ID, where the PACS holds another study under that ID; null when it may.
     */
    @Nullable
    Reason namesake(TransferJob job, PriorCandidate heldByPacs);
}
