package org.priorfetch.engine.runtime;

import java.util.function.Function;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.identity.ExcludedPatients;
import org.priorfetch.engine.identity.IdentityMatcher;
import org.priorfetch.engine.identity.Likeness;
import org.priorfetch.engine.identity.PatientLinks;
import org.priorfetch.engine.identity.PatientRules;
import org.priorfetch.engine.identity.PatientRules.Known;
import org.priorfetch.engine.identity.RememberedDecisions;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.PatientScheme;
import org.priorfetch.engine.model.PatientSearch;
import org.priorfetch.engine.model.PatientTraits;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;
import org.priorfetch.engine.model.TransferJob;
import org.priorfetch.engine.model.WorklistItem;
import org.priorfetch.engine.plan.Identified;
import org.priorfetch.engine.plan.PacsConflict;
import org.priorfetch.engine.settings.SiteSettings;

/** The site's rules on identity: whom to ask for where, and whose a study is. */
final class SitePolicy {

    /**
     * What changes while the program runs.
     *
     * @param traits what the worklist states of the patient of an appointment, by its ID
     * @param instances what of a study comes along
     * @param references what the patient indexes have said
     */
    record Knowledge(Supplier<RememberedDecisions> decisions, Supplier<PatientLinks> links,
            Function<String, PatientTraits> traits, ChosenInstances instances,
            CrossReferences references) {}

    private final IdentityMatcher matcher;
    private final ExcludedPatients excluded;
    private final SourceRules sources;
    private final Knowledge knowledge;

    SitePolicy(SiteSettings site, Knowledge knowledge) {
        this.knowledge = knowledge;
        this.sources = new SourceRules(site);
        this.matcher = new IdentityMatcher(sources.pacsIssuer());
        this.excluded = new ExcludedPatients(site.exclude(), sources.pacsIssuer());
    }

    Knowledge knowledge() {
        return knowledge;
    }

    SourceRules sources() {
        return sources;
    }

    IdentityMatcher matcher() {
        return matcher;
    }

    /** What a source, or the PACS, is asked about the patient. Who is not to be fetched is asked for nowhere but in the PACS. */
    PatientSearch search(WorklistItem item, String peer) {
        Reason notToFetch = excluded(item);
        return notToFetch == null || peer.equals(StudyRef.PACS) ? rules(peer).search(item.patient())
                : new PatientSearch.Nothing(notToFetch);
    }

    /** How much somebody whom the source, or a directory of it, states is like the patient. */
    Likeness likeness(WorklistItem item, String source, Patient stated) {
        return rules(source).likeness(new Known(item.patient(), item.traits()), stated);
    }

    /** Why nothing is to be fetched for the appointment; null when it may be. */
    @Nullable
    Reason excluded(WorklistItem item) {
        return excluded(item.patient(), item.traits());
    }

    /** Why nothing of the patient is to be fetched; null when it may be. */
    @Nullable
    Reason excluded(Patient patient, PatientTraits traits) {
        return excluded.reason(knowledge.links().get().idsOf(patient.key()), traits);
    }

    /** Whether a study of the source can stay as it is: only where its patient IDs are those of the PACS. */
    boolean sharesIds(String source) {
        return sources.scheme(source) instanceof PatientScheme.Same;
    }

    /** A study of the PACS with its description as it was before we marked it, so that the mark is not read as a region. */
    PriorCandidate withoutMark(PriorCandidate candidate) {
        return candidate.ref().isLocal() ? sources.unmarked(candidate) : candidate;
    }

    /** The patient ID that a candidate states, with its domain; null where that is anybody's guess. */
    @Nullable
    PatientKey named(PriorCandidate candidate) {
        PatientKey stated = candidate.patient().key();
        if (stated.issuerOfPatientId() != null || candidate.ref().isLocal()) {
            return stated;
        }
        String issuer = sources.issuerOf(candidate.ref().source());
        boolean guess = issuer == null && (candidate.ref().isOnMedia() || !sharesIds(candidate.ref().source()));
        return guess ? null : new PatientKey(stated.patientId(), issuer);
    }

    /** The same for an appointment. */
    Identified identify(WorklistItem item, PriorCandidate candidate) {
        return identify(new Known(item.patient(), item.traits()), candidate, item.accessionNumber());
    }

    /** A candidate with the decision whether it is the patient's: by the rules, or by a person where they leave it open. */
    Identified identify(Patient local, PriorCandidate candidate, String currentAccession) {
        return identify(new Known(local, traitsOf(currentAccession)), candidate, currentAccession);
    }

    private Identified identify(Known local, PriorCandidate candidate, String currentAccession) {
        Identified byRule = byRule(local, candidate, currentAccession);
        Reason confidential = candidate.ref().isLocal() ? null : confidential(candidate.traits());
        IdentityDecision decision = confidential != null ? new IdentityDecision.Refuse(confidential)
                : knowledge.decisions()
                        .get()
                        .onFinding(byRule.identity(), local.patient(), candidate.ref(), candidate.patient());
        return new Identified(candidate, decision, byRule.accessionInPacs());
    }

    /** Why what is labelled so is not to be fetched; null when it may be. */
    @Nullable
    Reason confidential(PatientTraits labelled) {
        return excluded.reason(labelled);
    }

    /** Before a person was heard. */
    Identified byRule(Known local, PriorCandidate candidate, String currentAccession) {
        String source = candidate.ref().source();
        IdentityDecision decision = candidate.ref().isOnMedia()
                ? matcher.onDisc(local.patient(), candidate.patient())
                : rules(source).onFinding(local, new Known(candidate.patient(), candidate.traits()));
        return candidate.ref().isLocal() ? Identified.inPacs(candidate, decision)
                : new Identified(candidate, decision,
                        sources.imports(source).accessionAfter(candidate.accessionNumber(), currentAccession));
    }

    /** Why what was ordered is not to be fetched any more; null when it is. What is on a disc a person has brought. */
    @Nullable
    Reason excluded(TransferJob job) {
        Patient local = job.patient();
        Patient patient = local == null ? job.candidate().patient() : local;
        return job.ref().isOnMedia() ? null : excluded(patient, traitsOf(currentAccession(job)));
    }

    /** Why the PACS holds a study that is not certainly of the same person, although it has the same patient ID; null when it does not. */
    @Nullable
    Reason namesake(Patient patient, PriorCandidate heldByPacs) {
        return PacsConflict.ofNamesake(byRule(new Known(patient, PatientTraits.NONE), heldByPacs, ""));
    }

    /** What the worklist states of the patient of the appointment. */
    PatientTraits traitsOf(String appointmentId) {
        return knowledge.traits().apply(appointmentId);
    }

    /** Of the appointment that the job is for; empty without one. */
    static String currentAccession(TransferJob job) {
        String appointment = job.appointmentId();
        return appointment == null ? "" : appointment;
    }

    /** How patients of the source, or of the PACS, are found and recognised. */
    PatientRules rules(String peer) {
        return sources.patients(peer, knowledge);
    }
}
