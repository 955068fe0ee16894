package org.priorfetch.app.rules;

import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.LongStream;

import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;

/**
 * All rules as they are typed.
 *
 * @param selection how priors are chosen where no rule says anything else
 * @param pairs what is compared beside what is usual
 */
record RulesDraft(String maxPriors, AgeInput maxAge, List<RuleEntry> rules, SelectionInput selection,
        List<PairEntry> pairs) {

    RulesDraft {
        rules = List.copyOf(rules);
        pairs = List.copyOf(pairs);
    }

    static RulesDraft of(RelevanceRules rules) {
        List<RelevanceRule> all = rules.rules();
        return new RulesDraft(String.valueOf(rules.maxPriors()), AgeInput.of(rules.maxAge()),
                LongStream.range(0, all.size())
                        .mapToObj(id -> new RuleEntry(id, RuleInput.of(all.get((int) id))))
                        .toList(),
                SelectionInput.of(rules.selection()), pairs(rules.pairs()));
    }

    private static List<PairEntry> pairs(List<RelevancePair> all) {
        return LongStream.range(0, all.size())
                .mapToObj(id -> new PairEntry(id, PairInput.of(all.get((int) id))))
                .toList();
    }

    /** The rules; meaningless while something is wrong. */
    RelevanceRules toRules() {
        return new RelevanceRules(Objects.requireNonNullElse(RuleInput.number(maxPriors), 1),
                Objects.requireNonNullElse(maxAge.period(), Period.ofDays(1)), selection.selection(),
                pairs.stream().map(entry -> entry.input().pair()).toList(),
                rules.stream().map(entry -> entry.input().rule()).toList());
    }

    boolean isMaxPriorsRight() {
        return RuleInput.number(maxPriors) != null;
    }

    boolean isRight() {
        return isMaxPriorsRight() && maxAge.isRight() && selection.wrong(true).isEmpty()
                && rules.stream().allMatch(entry -> wrong(entry).isEmpty())
                && pairs.stream().allMatch(entry -> wrong(entry).isEmpty());
    }

    /** What is wrong with a rule, also beside the others. */
    Set<RuleField> wrong(RuleEntry entry) {
        Set<RuleField> wrong = EnumSet.copyOf(entry.input().wrong());
        if (isNameTaken(entry)) {
            wrong.add(RuleField.NAME);
        }
        return wrong;
    }

    /** Whether a rule before it has the same name. */
    boolean isNameTaken(RuleEntry entry) {
        String name = entry.input().name().strip();
        return rules.stream()
                .takeWhile(other -> other.id() != entry.id())
                .anyMatch(other -> other.input().name().strip().equals(name));
    }

    /** What is wrong with a pair, also beside the others. */
    Set<RuleField> wrong(PairEntry entry) {
        Set<RuleField> wrong = EnumSet.copyOf(entry.input().wrong());
        if (isNameTaken(entry)) {
            wrong.add(RuleField.NAME);
        }
        return wrong;
    }

    /** Whether a pair before it has the same name. */
    boolean isNameTaken(PairEntry entry) {
        String name = entry.input().name().strip();
        return pairs.stream()
                .takeWhile(other -> other.id() != entry.id())
                .anyMatch(other -> other.input().name().strip().equals(name));
    }

    RulesDraft withSelection(SelectionInput newSelection) {
        return new RulesDraft(maxPriors, maxAge, rules, newSelection, pairs);
    }

    RulesDraft withPairs(List<PairEntry> newPairs) {
        return new RulesDraft(maxPriors, maxAge, rules, selection, newPairs);
    }

    RulesDraft withLimits(String newMaxPriors, AgeInput newMaxAge) {
        return new RulesDraft(newMaxPriors, newMaxAge, rules, selection, pairs);
    }

    RulesDraft with(long id, RuleInput input) {
        return changed(list -> list.replaceAll(entry -> entry.id() == id ? new RuleEntry(id, input) : entry));
    }

    RulesDraft inserted(int index, RuleEntry entry) {
        return changed(list -> list.add(Math.min(index, list.size()), entry));
    }

    RulesDraft without(long id) {
        return changed(list -> list.removeIf(entry -> entry.id() == id));
    }

    /** @param by how many places down; a place that is not there leaves it where it is */
    RulesDraft moved(long id, int by) {
        int from = indexOf(id);
        int to = from + by;
        return from < 0 || to < 0 || to >= rules.size() ? this : changed(list -> list.add(to, list.remove(from)));
    }

    /** -1 when it is not there. */
    int indexOf(long id) {
        return rules.stream().map(RuleEntry::id).toList().indexOf(id);
    }

    private RulesDraft changed(Consumer<List<RuleEntry>> change) {
        List<RuleEntry> list = new ArrayList<>(rules);
        change.accept(list);
        return new RulesDraft(maxPriors, maxAge, list, selection, pairs);
    }
}
