package org.priorfetch.engine.identity;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.IdentityDecision.Accept;
import org.priorfetch.engine.model.IdentityDecision.Hold;
import org.priorfetch.engine.model.IdentityDecision.Refuse;
import org.priorfetch.engine.model.Patient;
import org.priorfetch.engine.model.PatientDecision;
import org.priorfetch.engine.model.PatientDecision.Verdict;
import org.priorfetch.engine.model.PatientKey;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.StudyRef;

/**
 * What people have decided, as a cross-reference from the local patients to those of the sources. A decision counts only for
 * the two patients as the person saw them: with another ID, issuer, name, birth date or sex on either side it does not exist.
 * "No ID, anonymous, no birth date" may be anybody, and so may whoever is on a disc, of which nobody knows whose IDs it carries:
 * what was decided about those counts only for the studies that the person saw.
 */
public final class RememberedDecisions {

    public static final RememberedDecisions NONE = of(List.of(), ZoneOffset.UTC);

    private record Pair(StatedPatient local, String source, StatedPatient found) {}

    private final Map<Pair, List<PatientDecision>> latestFirst = new HashMap<>();
    private final ZoneId zone;

    private RememberedDecisions(ZoneId zone) {
        this.zone = zone;
    }

    /**
     * Of several about the same two and a study, the one made last counts.
     *
     * @param zone in which the day of a decision is told
     */
    public static RememberedDecisions of(Collection<PatientDecision> decisions, ZoneId zone) {
        RememberedDecisions remembered = new RememberedDecisions(zone);
        decisions.stream()
                .sorted(Comparator.comparing(PatientDecision::at).thenComparingLong(PatientDecision::id))
                .forEach(remembered::add);
        return remembered;
    }

    /**
     * The decisions that an update, link or merge of a patient touches, on either side: they are to be made anew. In doubt about
     * the issuer it is touched.
     *
     * @param touched all IDs that the message names
     * @param pacsIssuer issuer of IDs that name none; null when the site does not name it
     */
    public static List<PatientDecision> touchedBy(Collection<PatientDecision> decisions, Collection<PatientKey> touched,
            @Nullable String pacsIssuer) {
        return decisions.stream()
                .filter(decision -> touched.stream()
                        .anyMatch(key -> Issuers.mayBeOne(key, decision.local().key(), pacsIssuer)
                                || Issuers.mayBeOne(key, decision.found().key(), pacsIssuer)))
                .toList();
    }

    private void add(PatientDecision decision) {
        latestFirst.computeIfAbsent(pair(decision.local(), decision.source(), decision.found()), _ -> new ArrayList<>())
                .addFirst(decision);
    }

    /** The decision about these two, exactly as they are stated, that holds for this study. */
    public Optional<PatientDecision> about(Patient local, StudyRef study, Patient found) {
        return latestFirst.getOrDefault(pair(local, study.source(), found), List.of())
                .stream()
                .filter(decision -> decision.studies().contains(study.studyInstanceUid())
                        || holdsForOtherStudies(study.source(), found))
                .findFirst();
    }

    /** Whether a decision about this patient holds for more than the studies that the person saw. */
    public static boolean holdsForOtherStudies(String source, Patient found) {
        return !source.equals(StudyRef.MEDIA) && !found.key().patientId().isBlank()
                && PersonNames.isKnown(found.patientName()) && BirthDates.isKnown(found.patientBirthDate());
    }

    /**
     * The rule's decision on a patient whom a query returned, or that of a person where there is one. What the rule refuses
     * nobody can accept.
     */
    public IdentityDecision onFinding(IdentityDecision byRule, Patient local, StudyRef study, Patient found) {
        return about(local, study, found).map(decision -> apply(byRule, decision)).orElse(byRule);
    }

    /**
     * The rule's decision on the patient whom a retrieved instance names, or that of a person where there is one. Where the
     * study was taken because a person said so of the patient as the source listed it, the instance must name that very patient.
     *
     * @param listed the patient as the source listed the study
     */
    public IdentityDecision onReceiving(IdentityDecision byRule, Patient local, StudyRef study, Patient listed,
            Patient received) {
        Optional<PatientDecision> ofReceived = about(local, study, received);
        if (ofReceived.isPresent()) {
            return apply(byRule, ofReceived.get());
        }
        Optional<PatientDecision> ofListed = about(local, study, listed);
        if (ofListed.isEmpty()) {
            return byRule;
        }
        boolean taken = ofListed.get().verdict() == Verdict.SAME && !(byRule instanceof Refuse);
        boolean asDecided = StatedPatient.of(listed).isConfirmedBy(received, local);
        return taken && !asDecided
                ? new Hold(Reason.of("identity.otherThanDecided"), true)
                : apply(byRule, ofListed.get());
    }

    private IdentityDecision apply(IdentityDecision byRule, PatientDecision decision) {
        String day = LocalDate.ofInstant(decision.at(), zone).toString();
        if (decision.verdict() == Verdict.DIFFERENT) {
            return new Refuse(PatientDecision.refusal(decision.who(), day));
        }
        return byRule instanceof Hold ? new Accept(Reason.of("identity.decidedSame", decision.who(), day)) : byRule;
    }

    private static Pair pair(Patient local, String source, Patient found) {
        return new Pair(StatedPatient.of(local), source, StatedPatient.of(found));
    }
}
