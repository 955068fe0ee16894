package org.priorfetch.engine.runtime;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.identity.IdentityMatcher;
import org.priorfetch.engine.identity.RememberedDecisions;
import org.priorfetch.engine.importing.ImportRules;
import org.priorfetch.engine.model.AccessionPolicy;
import org.priorfetch.engine.model.AttributeChanges;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.InstanceHeader;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.plan.Identified;
import org.priorfetch.engine.plan.PacsConflict;
import org.priorfetch.engine.port.Clock;
import org.priorfetch.engine.settings.SiteSettings;
import org.priorfetch.engine.settings.SourceSettings;
import org.priorfetch.engine.transfer.ImportPolicy;

/** The site's rules on identity and import, joined for those who search and those who transfer. */
final class SitePolicy implements ImportPolicy {

    private final IdentityMatcher matcher;
    private final @Nullable String pacsIssuer;
    private final Map<String, SourceSettings> sources;
    private final Clock clock;
    private final Supplier<RememberedDecisions> decisions;
    private final PatientLinks links;

    SitePolicy(SiteSettings site, Clock clock, Supplier<RememberedDecisions> decisions, PatientLinks links) {
        this.decisions = decisions;
        this.links = links;
        this.pacsIssuer = site.pacs().issuer();
        this.matcher = new IdentityMatcher(pacsIssuer);
        this.sources = site.sources()
                .stream()
                .collect(Collectors.toMap(SourceSettings::name, Function.identity()));
        this.clock = clock;
    }

    /** All patient IDs of the person. */
    Set<PatientKey> idsOf(Patient local) {
        return links.allOf(local.key());
    }

    /** A candidate with the decision whether it is the patient's: by the rules, or by a person where they leave it open. */
    Identified identify(Patient local, PriorCandidate candidate, String currentAccession) {
        Identified byRule = byRule(local, candidate, currentAccession);
        IdentityDecision decision = decisions.get()
                .onFinding(byRule.identity(), local, candidate.ref(), candidate.patient());
        return new Identified(candidate, decision, byRule.accessionInPacs());
    }

    private Identified byRule(Patient local, PriorCandidate candidate, String currentAccession) {
        if (candidate.ref().isLocal()) {
            return Identified.inPacs(candidate, matcher.onFinding(local,
                    links.underLocalId(local, candidate.patient(), pacsIssuer), pacsIssuer));
        }
        String source = candidate.ref().source();
        String accession = rules(source).accessionAfter(candidate.accessionNumber(), currentAccession);
        return new Identified(candidate, atSource(local, candidate), accession);
    }

    private IdentityDecision atSource(Patient local, PriorCandidate candidate) {
        return candidate.ref().isOnMedia() ? matcher.onDisc(local, candidate.patient())
                : found(local, candidate.patient(), issuerOf(candidate.ref().source()));
    }

    private IdentityDecision found(Patient local, Patient stated, @Nullable String issuer) {
        return matcher.onFinding(local, links.underLocalId(local, stated, issuer), issuer);
    }

    @Override
    public IdentityDecision check(TransferJob job, InstanceHeader header) {
        String issuer = issuerOf(job.ref().source());
        Patient local = job.patient();
        if (local == null) {
            return matcher.onFinding(job.candidate().patient(), header.patient(), issuer);
        }
        IdentityDecision byRule = matcher.onReceiving(local,
                links.underLocalId(local, header.patient(), issuer), issuer);
        boolean otherId = byRule instanceof IdentityDecision.Refuse && job.ref().isOnMedia();
        return decisions.get()
                .onReceiving(otherId ? matcher.onDisc(local, header.patient()) : byRule, local, job.ref(),
                        job.candidate().patient(), header.patient());
    }

    @Override
    public AttributeChanges changes(TransferJob job, InstanceHeader header) {
        return rules(job.ref().source()).changesFor(job.patient(), header, currentAccession(job), clock.now());
    }

    /** What the PACS holds for a doubtful patient is never added to: what a person says helps to find, not to mix. */
    @Override
    public @Nullable Reason conflict(TransferJob job, PriorCandidate heldByPacs) {
        Patient target = job.patient();
        Patient patient = target == null ? job.candidate().patient() : target;
        boolean whole = job.candidate().instances() > 0 && heldByPacs.instances() >= job.candidate().instances();
        Identified held = whole ? byRule(patient, heldByPacs, currentAccession(job)) : asStated(patient, heldByPacs);
        return PacsConflict.between(identify(patient, job.candidate(), currentAccession(job)), held);
    }

    /** Under a former ID the PACS may hold a study, but nothing is added to it there: half of it would stand under another ID. */
    private Identified asStated(Patient patient, PriorCandidate heldByPacs) {
        return Identified.inPacs(heldByPacs, matcher.onFinding(patient, heldByPacs.patient(), pacsIssuer));
    }

    @Override
    public @Nullable Reason namesake(TransferJob job, PriorCandidate heldByPacs) {
        return namesake(job.candidate().patient(), heldByPacs);
    }

    /** Why the PACS holds a study that is not certainly of the same person, although it has the same patient ID; null when it does not. */
    @Nullable
    Reason namesake(Patient patient, PriorCandidate heldByPacs) {
        return PacsConflict.ofNamesake(byRule(patient, heldByPacs, ""));
    }

    private static String currentAccession(TransferJob job) {
        String appointment = job.appointmentId();
        return appointment == null ? "" : appointment;
    }

    private ImportRules rules(String source) {
        SourceSettings settings = sources.get(source);
        AccessionPolicy accessions = settings == null ? AccessionPolicy.EMPTY : settings.accessions();
        return new ImportRules(source, accessions, pacsIssuer);
    }

    private @Nullable String issuerOf(String source) {
        SourceSettings settings = sources.get(source);
        return settings == null ? null : settings.issuer();
    }
}
