package org.priorfetch.engine.prior;

import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SequencedCollection;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.SelectionChange;

/** The changes of the rules that could do what people do by hand, the mildest first. */
final class Proposals {

    /**
     * One change.
     *
     * @param pair to be added; null where it is a rule
     * @param rule null where it is a pair
     * @param years the age that it sets; 0 where it sets none
     */
    record Proposal(@Nullable RelevancePair pair, @Nullable RelevanceRule rule, boolean replaces, Message words,
            int years) {}

    /** Ages that people would say themselves. */
    private static final List<Integer> YEARS = List.of(2, 3, 5, 7, 10, 15, 20, 30);
    /** More than these at once is a decision about volumes, not about what belongs together. */
    private static final int MOST_MORE = 3;
    private static final LocalDate ANY_DAY = LocalDate.of(2000, 1, 1);

    private final RelevanceRules rules;
    private final Habit habit;
    private final @Nullable RelevanceRule deciding;

    private Proposals(Habit habit, RelevanceRules rules) {
        this.habit = habit;
        this.rules = rules;
        deciding = rules.rules()
                .stream()
                .filter(rule -> rule.name().equals(habit.key().decidedBy()))
                .findFirst()
                .orElse(null);
    }

    static List<Proposal> of(Habit habit, RelevanceRules rules) {
        Proposals proposals = new Proposals(habit, rules);
        return switch (habit.key().kind()) {
            case PAIR -> proposals.pair();
            case MODALITY -> proposals.modality();
            case OLDER -> proposals.older();
            case MORE -> proposals.more();
            case YOUNGER -> proposals.younger();
        };
    }

    private List<Proposal> pair() {
        var with = Objects.requireNonNull(habit.key().with());
        List<String> taken = rules.pairs().stream().map(RelevancePair::name).toList();
        String name = String.join(" ", word(habit.modalities()), word(habit.key().region()), word(habit.priors()),
                word(with));
        RelevancePair pair = new RelevancePair(free(name, taken), habit.modalities(), List.of(habit.key().region()),
                habit.priors(), List.of(with));
        return List.of(new Proposal(pair, null, false, Message.of("prior.suggestion.PAIR", words(habit.modalities()),
                "#" + habit.key().region().key(), words(habit.priors()), "#" + with.key()), 0));
    }

    private List<Proposal> modality() {
        RelevanceRule base = base();
        List<String> priors = Stream.concat(base.priors().stream(), habit.priors().stream()).distinct().toList();
        return List.of(proposal(with(base, priors, base.maxPriors(), base.maxAge(), base.selection()),
                Message.of("prior.suggestion.MODALITY", words(habit.priors())), 0));
    }

    private List<Proposal> older() {
        return YEARS.stream().filter(years -> days(Period.ofYears(years)) > days(maxAge())).map(this::age).toList();
    }

    /** An age alone does not touch the newest ones, which are taken however old they are. */
    private List<Proposal> younger() {
        List<Integer> shorter = YEARS.stream()
                .filter(years -> days(Period.ofYears(years)) < days(maxAge()))
                .sorted(Comparator.reverseOrder())
                .toList();
        List<Proposal> proposals = new ArrayList<>(shorter.stream().map(this::age).toList());
        int newest = (deciding == null ? SelectionChange.NONE : deciding.selection()).over(rules.selection()).newest();
        if (newest > 1) {
            shorter.forEach(years -> proposals.add(ageButForTheNewest(years)));
        }
        return proposals;
    }

    private Proposal age(int years) {
        RelevanceRule base = base();
        return proposal(with(base, base.priors(), base.maxPriors(), Period.ofYears(years), base.selection()),
                Message.of("prior.suggestion.age", years), years);
    }

    private Proposal ageButForTheNewest(int years) {
        RelevanceRule base = base();
        SelectionChange before = base.selection();
        SelectionChange one = new SelectionChange(1, before.oldest(), before.unknown(), before.recent(),
                before.companions());
        return proposal(with(base, base.priors(), base.maxPriors(), Period.ofYears(years), one),
                Message.of("prior.suggestion.ageButOne", years), years);
    }

    private List<Proposal> more() {
        RelevanceRule base = base();
        int now = Objects.requireNonNullElse(base.maxPriors(), rules.maxPriors());
        return IntStream.rangeClosed(now + 1, now + MOST_MORE)
                .mapToObj(most -> proposal(with(base, base.priors(), most, base.maxAge(), base.selection()),
                        Message.of("prior.suggestion.MORE", most), 0))
                .toList();
    }

    private Proposal proposal(RelevanceRule rule, Message words, int years) {
        return new Proposal(null, rule, isNarrow(), words, years);
    }

    /** The rule that decides, where it is for these appointments only; else one for them that says the same. */
    private RelevanceRule base() {
        if (deciding != null && isNarrow()) {
            return deciding;
        }
        List<String> taken = rules.rules().stream().map(RelevanceRule::name).toList();
        String name = free(word(habit.modalities()) + " " + word(habit.key().region()), taken);
        return deciding == null
                ? new RelevanceRule(name, habit.modalities(), List.of(habit.key().region()), List.of(), null, null)
                : new RelevanceRule(name, habit.modalities(), List.of(habit.key().region()), deciding.priors(),
                        deciding.maxPriors(), deciding.maxAge(), deciding.selection());
    }

    private boolean isNarrow() {
        return deciding != null && !deciding.modalities().isEmpty()
                && deciding.modalities().stream().allMatch(code -> ModalityFamily.of(code) == habit.key().family())
                && deciding.regions().equals(List.of(habit.key().region()));
    }

    private static RelevanceRule with(RelevanceRule base, List<String> priors, @Nullable Integer maxPriors,
            @Nullable Period maxAge, SelectionChange selection) {
        return new RelevanceRule(base.name(), base.modalities(), base.regions(), priors, maxPriors, maxAge, selection);
    }

    private Period maxAge() {
        return deciding == null ? rules.maxAge() : Objects.requireNonNullElse(deciding.maxAge(), rules.maxAge());
    }

    private static long days(Period age) {
        return ANY_DAY.plus(age).toEpochDay() - ANY_DAY.toEpochDay();
    }

    /** In words for people. */
    static String words(Collection<String> codes) {
        return String.join("/", codes);
    }

    private static String word(SequencedCollection<String> codes) {
        return codes.getFirst();
    }

    private static String word(Enum<?> region) {
        return region.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The name, with a number where it is taken. */
    private static String free(String name, Collection<String> taken) {
        return IntStream.rangeClosed(1, taken.size() + 1)
                .mapToObj(number -> number == 1 ? name : name + " " + number)
                .filter(candidate -> !taken.contains(candidate))
                .findFirst()
                .orElse(name);
    }
}
