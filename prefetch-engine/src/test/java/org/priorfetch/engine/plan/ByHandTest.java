package org.priorfetch.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.engine.testing.StudyExample.study;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.priorfetch.engine.model.HandChoice;
import org.priorfetch.engine.model.IdentityDecision;
import org.priorfetch.engine.model.PrefetchPlan;
import org.priorfetch.engine.model.PriorCandidate;
import org.priorfetch.engine.model.RankedPrior;
import org.priorfetch.engine.model.Ranking;
import org.priorfetch.engine.model.Reason;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SkipReason;
import org.priorfetch.engine.testing.StudyExample;

/** The rules find "a" relevant and "b" not. */
class ByHandTest {

    private static final Reason RELEVANT = Reason.of("prior.sameRegion");
    private static final Reason NOT_RELEVANT = Reason.of("prior.otherRegion");
    private static final PriorCandidate A = study("a").found();
    private static final PriorCandidate B = study("b").found();

    private static Ranking rules(List<PriorCandidate> found) {
        return new Ranking(
                found.stream().filter(A::equals).map(study -> new RankedPrior(study, 80, RELEVANT)).toList(),
                found.stream().filter(B::equals).map(study -> new SkipReason(study, 0, NOT_RELEVANT)).toList());
    }

    private static PrefetchPlan plan(IdentityDecision identity, HandChoice... choices) {
        Map<String, HandChoice> byStudy = Stream.of(choices)
                .collect(Collectors.toMap(HandChoice::studyInstanceUid, choice -> choice));
        Relevance relevance = new ByHand((_, found, _, _) -> rules(List.copyOf(found)), byStudy);
        return new PrefetchPlanner(relevance).plan(StudyExample.appointment("CT", "CT Thorax"),
                List.of(new Identified(A, identity, ""), new Identified(B, identity, "")), RelevanceRules.DEFAULT,
                LocalDate.of(2026, 3, 2), List.of());
    }

    private static HandChoice choice(PriorCandidate study, boolean wanted, String because) {
        return new HandChoice("ACC", study.ref().studyInstanceUid(), wanted, because);
    }

    private static IdentityDecision same() {
        return new IdentityDecision.Accept(Reason.of("identity.same"));
    }

    @Test
    void whatAPersonSkippedIsSkippedWhateverTheRulesSay() {
        PrefetchPlan plan = plan(same(), choice(A, false, ""));

        assertThat(plan.fetch()).isEmpty();
        assertThat(plan.skipped()).filteredOn(skip -> skip.candidate().equals(A))
                .singleElement()
                .satisfies(skip -> assertThat(skip.reason())
                        .isEqualTo(Reason.of("plan.skippedByHand").and("prior.sameRegion")));
    }

    @Test
    void whyAPersonSkippedItIsTold() {
        assertThat(ByHand.skipped(choice(A, false, "seen"), RELEVANT).text()).startsWith("skipped by hand: seen, ");
    }

    @Test
    void whatAPersonWantsIsFetchedWhateverTheRulesSay() {
        PrefetchPlan plan = plan(same(), choice(B, true, ""));

        assertThat(plan.fetch()).extracting(RankedPrior::candidate).containsExactly(A, B);
        assertThat(plan.fetch().getLast().reason()).isEqualTo(Reason.of("plan.takenByHand").and("prior.otherRegion"));
        assertThat(plan.fetch().getLast().score()).isPositive();
    }

    @Test
    void whatAPersonWantsIsHeldWhileThePatientIsInDoubt() {
        PrefetchPlan plan = plan(new IdentityDecision.Hold(Reason.of("identity.otherName")), choice(B, true, ""));

        assertThat(plan.fetch()).isEmpty();
        assertThat(plan.held()).extracting(SkipReason::candidate).containsExactlyInAnyOrder(A, B);
    }

    @Test
    void whatAPersonWantsIsNotFetchedWhenItIsSomebodyElses() {
        PrefetchPlan plan = plan(new IdentityDecision.Refuse(Reason.of("identity.otherId")), choice(B, true, ""));

        assertThat(plan.fetch()).isEmpty();
        assertThat(plan.held()).isEmpty();
    }

    @Test
    void whatClaimsOneIdForTwoPeopleIsHeldEvenWhenAPersonSkippedIt() {
        PrefetchPlan plan = plan(new IdentityDecision.Hold(Reason.of("identity.otherName"), true),
                choice(A, false, ""));

        assertThat(plan.held()).extracting(SkipReason::candidate).contains(A);
    }

    @Test
    void takingBackASkipBringsTheReasonOfTheRulesBack() {
        assertThat(ByHand.taken(ByHand.skipped(choice(A, false, "seen"), RELEVANT))).isEqualTo(RELEVANT);
        assertThat(ByHand.taken(NOT_RELEVANT)).isEqualTo(Reason.of("plan.takenByHand").and("prior.otherRegion"));
    }
}
