package org.priorfetch.engine.plan;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.priorfetch.engine.model.Availability;
import org.priorfetch.engine.model.IdentityDecision.Accept;
import org.priorfetch.engine.model.IdentityDecision.Hold;
import org.priorfetch.engine.model.IdentityDecision.Refuse;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.Reason;

/**
 * All copies of one study: one prior, wherever it lies.
 *
 * @param inPacs what the PACS holds of it
 * @param atSources the sources' copies, the best first
 */
record StudyCopies(List<Identified> inPacs, List<Identified> atSources) {

    /** Prefers one that can be had, then the copy with most instances, then one that can be had at once, then the source that the site names first. */
    static StudyCopies of(Collection<Identified> copies, List<String> sourceOrder) {
        if (copies.size() == 1) {
            Identified only = copies.iterator().next();
            return only.isLocal() ? new StudyCopies(List.of(only), List.of())
                    : new StudyCopies(List.of(), List.of(only));
        }
        Comparator<Identified> bestFirst = Comparator
                .comparing((Identified copy) -> isUnavailable(copy))
                .thenComparing(copy -> copy.candidate().instances(), Comparator.reverseOrder())
                .thenComparing(copy -> copy.candidate().availability().isSlow())
                .thenComparingInt(copy -> place(copy, sourceOrder))
                .thenComparing(copy -> copy.candidate().ref().source());
        return new StudyCopies(copies.stream().filter(Identified::isLocal).sorted(bestFirst).toList(),
                copies.stream().filter(copy -> !copy.isLocal()).sorted(bestFirst).toList());
    }

    Proposal propose() {
        Optional<Identified> conflict = first(inPacs, StudyCopies::isConflict)
                .or(() -> first(atSources, StudyCopies::isConflict));
        if (conflict.isPresent()) {
            return hold(conflict.get(), true);
        }
        Optional<Identified> doubtful = first(inPacs, copy -> !isAccepted(copy));
        if (doubtful.isPresent()) {
            return ofDoubtful(doubtful.get());
        }
        return inPacs.isEmpty() ? ofBestAtSources(false) : ofPresent(inPacs.getFirst());
    }

    /** The PACS holds it, and not for certain for this patient. */
    private Proposal ofDoubtful(Identified local) {
        boolean nobodysConcern = wanted().isEmpty() && local.identity() instanceof Refuse;
        return nobodysConcern
                ? new Proposal.Refuse(local.candidate(), local.identity().reason())
                : hold(local, false);
    }

    /** The PACS holds it for this patient. */
    private Proposal ofPresent(Identified local) {
        List<Identified> wanted = wanted();
        if (wanted.isEmpty()) {
            return new Proposal.Present(local.candidate(), List.of());
        }
        PriorCandidate best = wanted.getFirst().candidate();
        Reason otherAccession = PacsConflict.ofAccession(wanted, local);
        if (otherAccession != null) {
            return new Proposal.Hold(best, otherAccession, false);
        }
        if (isUnavailable(wanted.getFirst()) && !areCounted(local.candidate(), best)) {
            return new Proposal.Present(local.candidate(), List.of()); // nothing tells that any is missing
        }
        return holdsAll(local.candidate(), best)
                ? new Proposal.Present(local.candidate(), accepted())
                : ofBestAtSources(true);
    }

    private Proposal ofBestAtSources(boolean partlyHere) {
        Identified best = atSources.size() == 1 ? atSources.getFirst()
                : Stream.concat(wanted().stream(), atSources.stream()).findFirst().orElseThrow();
        return switch (best.identity()) {
            case Accept _ -> isUnavailable(best)
                    ? new Proposal.Unavailable(best.candidate())
                    : new Proposal.Fetch(best.candidate(), partlyHere);
            case Hold _ -> hold(best, false);
            case Refuse refuse -> new Proposal.Refuse(best.candidate(), refuse.reason());
        };
    }

    private Proposal hold(Identified cause, boolean always) {
        Reason ofPacs = cause.isLocal() ? PacsConflict.ofPatient(cause) : null;
        Identified shown = ofPacs == null ? cause : wanted().stream().findFirst().orElse(cause);
        return new Proposal.Hold(shown.candidate(), ofPacs == null ? cause.identity().reason() : ofPacs, always);
    }

    /** The sources' copies that are, or may be, this patient's; the certain ones first. */
    private List<Identified> wanted() {
        return Stream.concat(atSources.stream().filter(StudyCopies::isAccepted),
                atSources.stream().filter(copy -> copy.identity() instanceof Hold)).toList();
    }

    private List<PriorCandidate> accepted() {
        return atSources.stream().filter(StudyCopies::isAccepted).map(Identified::candidate).toList();
    }

    private static Optional<Identified> first(List<Identified> copies, Predicate<Identified> which) {
        for (Identified copy : copies) {
            if (which.test(copy)) {
                return Optional.of(copy);
            }
        }
        return Optional.empty();
    }

    private static boolean isAccepted(Identified copy) {
        return copy.identity() instanceof Accept;
    }

    private static boolean isUnavailable(Identified copy) {
        return copy.candidate().availability() == Availability.UNAVAILABLE;
    }

    private static boolean isConflict(Identified copy) {
        return copy.identity() instanceof Hold hold && hold.conflicting();
    }

    private static boolean areCounted(PriorCandidate local, PriorCandidate remote) {
        return local.instances() >= 0 && remote.instances() >= 0;
    }

    private static boolean holdsAll(PriorCandidate local, PriorCandidate remote) {
        return areCounted(local, remote) && local.instances() >= remote.instances();
    }

    private static int place(Identified copy, List<String> sourceOrder) {
        int place = sourceOrder.indexOf(copy.candidate().ref().source());
        return place < 0 ? sourceOrder.size() : place;
    }
}
