package org.priorfetch.engine.plan;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import org.priorfetch.engine.model.AppointmentPrior;
import org.priorfetch.engine.model.PriorState;
import org.priorfetch.engine.model.ReadinessVerdict;
import org.priorfetch.engine.model.Reason;

/** The one word for an appointment: of those that apply, the first in the order of {@link ReadinessVerdict}. */
public final class ReadinessRule {

    private ReadinessRule() {}

    /** The verdict on an appointment with these candidates. Silence is never taken for "none". */
    public static ReadinessVerdict verdict(Collection<AppointmentPrior> priors, Answers answers) {
        Set<PriorState> states = EnumSet.noneOf(PriorState.class);
        priors.forEach(prior -> states.add(prior.state()));
        if (answers == Answers.NOT_ASKED || states.contains(PriorState.FETCH)) {
            return ReadinessVerdict.FETCHING;
        }
        if (states.contains(PriorState.HOLD)) {
            return ReadinessVerdict.HELD;
        }
        return answers == Answers.INCOMPLETE ? ReadinessVerdict.UNREACHABLE : settled(states, priors);
    }

    /** What a person gave up, or an archive cannot hand out, is missing none the less; what a person does not want exists none the less. */
    private static ReadinessVerdict settled(Set<PriorState> states, Collection<AppointmentPrior> priors) {
        boolean whole = states.contains(PriorState.PRESENT);
        boolean part = states.contains(PriorState.PARTIAL);
        if (states.contains(PriorState.FAILED) && !whole && !part) {
            return ReadinessVerdict.FAILED;
        }
        if (states.contains(PriorState.FAILED) || part
                || anySkipped(priors, reason -> reason.has(Reason.GIVEN_UP) || reason.has(Reason.UNAVAILABLE))) {
            return ReadinessVerdict.PARTIAL;
        }
        return whole || anySkipped(priors, ByHand::isSkipped) ? ReadinessVerdict.READY : ReadinessVerdict.NONE_EXIST;
    }

    private static boolean anySkipped(Collection<AppointmentPrior> priors, Predicate<Reason> because) {
        return priors.stream()
                .anyMatch(prior -> prior.state() == PriorState.SKIP && because.test(prior.reason()));
    }
}
