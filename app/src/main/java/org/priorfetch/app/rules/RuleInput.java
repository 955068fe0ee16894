package org.priorfetch.app.rules;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.RelevanceRule;

/**
 * A rule as it is typed.
 *
 * @param modalities separated by commas or spaces
 * @param priors likewise
 * @param selection what it changes of how priors are chosen
 */
record RuleInput(String name, String modalities, List<BodyRegion> regions, String priors, String maxPriors,
        AgeInput maxAge, SelectionInput selection) {

    static final int MOST_PRIORS = 1_000;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");
    private static final Pattern MODALITY = Pattern.compile("[A-Z0-9_]{1,16}");

    RuleInput {
        regions = List.copyOf(regions);
    }

    RuleInput(String name, String modalities, List<BodyRegion> regions, String priors, String maxPriors,
            AgeInput maxAge) {
        this(name, modalities, regions, priors, maxPriors, maxAge, SelectionInput.NONE);
    }

    static RuleInput of(RelevanceRule rule) {
        return new RuleInput(rule.name(), String.join(", ", rule.modalities()), rule.regions(),
                String.join(", ", rule.priors()), rule.maxPriors() == null ? "" : String.valueOf(rule.maxPriors()),
                AgeInput.of(rule.maxAge()), SelectionInput.of(rule.selection()));
    }

    RuleInput named(String newName) {
        return new RuleInput(newName, modalities, regions, priors, maxPriors, maxAge, selection);
    }

    /** The rule; meaningless while something is wrong. */
    RelevanceRule rule() {
        return new RelevanceRule(name.strip(), words(modalities), regions, words(priors), number(maxPriors),
                maxAge.period(), selection.change());
    }

    /** What is wrong with it by itself. */
    Set<RuleField> wrong() {
        Set<RuleField> wrong = EnumSet.noneOf(RuleField.class);
        note(wrong, RuleField.NAME, isName(name));
        note(wrong, RuleField.MODALITIES, areModalities(modalities));
        note(wrong, RuleField.PRIORS, areModalities(priors));
        note(wrong, RuleField.MAX_PRIORS, maxPriors.isBlank() || number(maxPriors) != null);
        note(wrong, RuleField.MAX_AGE, maxAge.isNone() || maxAge.isRight());
        wrong.addAll(selection.wrong(false));
        return wrong;
    }

    static boolean isName(String typed) {
        return NAME.matcher(typed.strip()).matches();
    }

    static void note(Set<RuleField> wrong, RuleField field, boolean right) {
        if (!right) {
            wrong.add(field);
        }
    }

    static boolean areModalities(String typed) {
        return words(typed).stream().allMatch(word -> MODALITY.matcher(word).matches());
    }

    static List<String> words(String typed) {
        return Arrays.stream(typed.toUpperCase(Locale.ROOT).split("[\\s,;]+"))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    /** From 1 to {@value #MOST_PRIORS}; null for anything else. */
    static @Nullable Integer number(String typed) {
        String digits = typed.strip();
        if (!digits.matches("[0-9]{1,9}")) {
            return null;
        }
        int number = Integer.parseInt(digits);
        return number >= 1 && number <= MOST_PRIORS ? (Integer) number : null;
    }
}
