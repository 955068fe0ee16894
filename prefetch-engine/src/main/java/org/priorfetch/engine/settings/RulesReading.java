package org.priorfetch.engine.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;

/** Reads the section on relevance. */
final class RulesReading {

    private static final ValueType<String> MODALITY = new ValueType<>(
            text -> Optional.of(text.strip()).filter(code -> code.matches("[A-Z0-9_]{1,16}")),
            (key, shown) -> Message.of("settings.badModality", key, shown), "");

    private static final ValueType<BodyRegion> REGION = new ValueType<>(RulesReading::region,
            (key, shown) -> Message.of("settings.badRegion", key, shown, regions()), BodyRegion.CHEST);

    private RulesReading() {}

    static RelevanceRules rules(Section section) {
        return new RelevanceRules(
                section.optional("maxPriors", Numbers.MAX_PRIORS, RelevanceRules.DEFAULT.maxPriors()),
                section.optional("maxAge", Times.AGE, RelevanceRules.DEFAULT.maxAge()), exceptions(section));
    }

    private static List<RelevanceRule> exceptions(Section section) {
        List<RelevanceRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section rule : section.sections("rules", Keys.RULE)) {
            String name = rule.required("name", Names.PEER);
            if (!name.isEmpty() && !names.add(name)) {
                rule.problem("name", Message.of("settings.duplicateName", name));
            }
            rules.add(new RelevanceRule(name, rule.words("modality", MODALITY), rule.words("region", REGION),
                    rule.words("priors", MODALITY), rule.optional("maxPriors", Numbers.MAX_PRIORS),
                    rule.optional("maxAge", Times.AGE)));
        }
        return rules;
    }

    private static Optional<BodyRegion> region(String text) {
        return Arrays.stream(BodyRegion.values()).filter(region -> word(region).equals(text.strip())).findFirst();
    }

    private static String regions() {
        return String.join(", ", Arrays.stream(BodyRegion.values()).map(RulesReading::word).toList());
    }

    /** As it stands in the file, such as {@code cervical-spine}. */
    static String word(BodyRegion region) {
        return region.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
