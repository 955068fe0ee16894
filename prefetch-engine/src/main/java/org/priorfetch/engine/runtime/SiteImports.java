package org.priorfetch.engine.runtime;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.identity.IdentityMatcher;
import org.priorfetch.engine.identity.PatientRules.Known;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.InstanceRef;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientSearch;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.plan.Identified;
import org.priorfetch.engine.plan.PacsConflict;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.port.PeerException;
import org.priorfetch.engine.transfer.ImportPolicy;

/** The site's rules on what may come in, and as what, for those who transfer. */
final class SiteImports implements ImportPolicy {

    private final SitePolicy policy;
    private final IdentityMatcher matcher;
    private final SourceRules sources;
    private final SitePolicy.Knowledge knowledge;
    private final Clock clock;

    SiteImports(SitePolicy policy, Clock clock) {
        this.policy = policy;
        this.clock = clock;
        matcher = policy.matcher();
        sources = policy.sources();
        knowledge = policy.knowledge();
    }

    @Override
    public IdentityDecision check(TransferJob job, InstanceHeader header) {
        Patient local = job.patient();
        Reason notToFetch = excluded(job, header);
        if (notToFetch != null) {
            return new IdentityDecision.Refuse(notToFetch);
        }
        if (local == null) {
            return matcher.onFinding(job.candidate().patient(), header.patient(), sources.issuerOf(job.ref().source()));
        }
        return knowledge.decisions()
                .get()
                .onReceiving(onReceiving(job, local, header), local, job.ref(), job.candidate().patient(),
                        header.patient());
    }

    private IdentityDecision onReceiving(TransferJob job, Patient local, InstanceHeader header) {
        PriorCandidate listed = job.candidate();
        IdentityDecision byRule = policy.rules(job.ref().source())
                .onReceiving(
                        new Known(local, policy.traitsOf(SitePolicy.currentAccession(job))),
                        new Known(listed.patient(), listed.traits()),
                        new Known(header.patient(), header.traits()));
        boolean otherId = byRule instanceof IdentityDecision.Refuse && job.ref().isOnMedia();
        return otherId ? matcher.onDisc(local, header.patient()) : byRule;
    }

    @Override
    public void prepare(TransferJob job) throws PeerException {
        Patient local = job.patient();
        String source = job.ref().source();
        if (local != null && policy.rules(source).search(local) instanceof PatientSearch.ByCrossReference(var keys)) {
            for (PatientKey key : keys) {
                knowledge.references().ask(source, key);
            }
        }
    }

    @Override
    public List<InstanceRef> chosen(TransferJob job, List<InstanceRef> listed) {
        return knowledge.instances().of(job, listed);
    }

    private @Nullable Reason excluded(TransferJob job, InstanceHeader header) {
        Reason ofStudy = job.ref().isOnMedia() ? null : policy.confidential(header.traits());
        return ofStudy == null ? policy.excluded(job) : ofStudy;
    }

    @Override
    public AttributeChanges changes(TransferJob job, InstanceHeader header) {
        return sources.imports(job.ref().source())
                .changesFor(job.patient(), header, SitePolicy.currentAccession(job), clock.now());
    }

    /** How the site labels what is its own test study. */
    AttributeChanges labelled(InstanceHeader header) {
        return sources.imports(StudyRef.PACS).changesFor(null, header, "", clock.now());
    }

    /** What the PACS holds for a doubtful patient is never added to: what a person says helps to find, not to mix. */
    @Override
    public @Nullable Reason conflict(TransferJob job, PriorCandidate heldByPacs) {
        Patient target = job.patient();
        Patient patient = target == null ? job.candidate().patient() : target;
        boolean whole = job.candidate().instances() > 0 && heldByPacs.instances() >= job.candidate().instances();
        Identified held = whole
                ? policy.byRule(new Known(patient, PatientTraits.NONE), heldByPacs, SitePolicy.currentAccession(job))
                : asStated(patient, heldByPacs);
        return PacsConflict.between(policy.identify(patient, job.candidate(), SitePolicy.currentAccession(job)), held);
    }

    /** Under a former ID the PACS may hold a study, but nothing is added to it there: half of it would stand under another ID. */
    private Identified asStated(Patient patient, PriorCandidate heldByPacs) {
        return Identified.inPacs(heldByPacs, matcher.onFinding(patient, heldByPacs.patient(), sources.pacsIssuer()));
    }

    @Override
    public @Nullable Reason namesake(TransferJob job, PriorCandidate heldByPacs) {
        return policy.namesake(job.candidate().patient(), heldByPacs);
    }
}
