package org.priorfetch.engine.transfer;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.importing.ImportRules;
import org.priorfetch.engine.model.AccessionPolicy;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.TransferJob;

/** Takes what has the candidate's patient ID. With a target patient, it is coerced as the product does it. */
record SamePatient(Instant at, Selection selection) implements ImportPolicy {

    SamePatient(Instant at) {
        this(at, Selection.DEFAULT);
    }

    @Override
    public void prepare(TransferJob job) {
        // nobody is to be asked
    }

    @Override
    public IdentityDecision check(TransferJob job, InstanceHeader header) {
        boolean same = sameId(job, header.patient().key().patientId());
        return same ? new IdentityDecision.Accept(Reason.of("identity.same"))
                : new IdentityDecision.Hold(Reason.of("identity.otherId"));
    }

    @Override
    public List<InstanceRef> chosen(TransferJob job, List<InstanceRef> listed) {
        return listed.stream().filter(instance -> selection.wants(instance.sopClassUid())).toList();
    }

    @Override
    public AttributeChanges changes(TransferJob job, InstanceHeader header) {
        return job.patient() == null ? AttributeChanges.NONE
                : new ImportRules(TestJobs.SOURCE, AccessionPolicy.EMPTY, null).changesFor(job.patient(), header,
                        "ACC", at);
    }

    @Override
    public @Nullable Reason conflict(TransferJob job, PriorCandidate heldByPacs) {
        boolean samePatient = sameId(job, heldByPacs.patient().key().patientId());
        boolean sameOrder = heldByPacs.accessionNumber().equals(job.candidate().accessionNumber());
        return samePatient && sameOrder ? null : Reason.of("identity.otherId");
    }

    @Override
    public @Nullable Reason namesake(TransferJob job, PriorCandidate heldByPacs) {
        boolean sameName = heldByPacs.patient().patientName().equals(job.candidate().patient().patientName());
        return sameName ? null : Reason.of("identity.otherName");
    }

    private static boolean sameId(TransferJob job, String patientId) {
        return job.candidate().patient().key().patientId().equals(patientId);
    }
}
