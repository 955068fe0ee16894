package org.priorfetch.engine.settings;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import org.priorfetch.engine.model.BodyRegion;
import org.priorfetch.engine.model.Companion;
import org.priorfetch.engine.model.Message;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.SelectionChange;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the section on relevance. */
final class RulesReading {

    private static final ValueType<String> MODALITY = new ValueType<>(
            text -> Optional.of(text.strip()).filter(code -> code.matches("[A-Z0-9_]{1,16}")),
            (key, shown) -> Message.of("settings.badModality", key, shown), "");

    static final ValueType<BodyRegion> REGION = new ValueType<>(RulesReading::region,
            (key, shown) -> Message.of("settings.badRegion", key, shown, words(BodyRegion.values())),
            BodyRegion.CHEST);

    private static final ValueType<Companion> COMPANION = new ValueType<>(RulesReading::companion,
            (key, shown) -> Message.of("settings.badChoice", key, shown, words(Companion.values())),
            Companion.REPORTS);

    private RulesReading() {}

    static RelevanceRules rules(Section section) {
        return new RelevanceRules(
                section.optional("maxPriors", Numbers.MAX_PRIORS, RelevanceRules.DEFAULT.maxPriors()),
                section.optional("maxAge", Times.AGE, RelevanceRules.DEFAULT.maxAge()),
                selection(section).over(Selection.DEFAULT), pairs(section), exceptions(section));
    }

    private static SelectionChange selection(Section section) {
        return new SelectionChange(section.optional("newest", Numbers.COUNT),
                section.optional("oldest", Numbers.COUNT), section.optional("unknown", Numbers.COUNT),
                section.optional("recent", Numbers.COUNT),
                section.has("companions") ? Set.copyOf(section.words("companions", COMPANION)) : null);
    }

    private static List<RelevanceRule> exceptions(Section section) {
        List<RelevanceRule> rules = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section rule : section.sections("rules", Keys.RULE)) {
            rules.add(new RelevanceRule(name(rule, names), rule.words("modality", MODALITY),
                    rule.words("region", REGION), rule.words("priors", MODALITY),
                    rule.optional("maxPriors", Numbers.MAX_PRIORS), rule.optional("maxAge", Times.AGE),
                    selection(rule)));
        }
        return rules;
    }

    private static List<RelevancePair> pairs(Section section) {
        List<RelevancePair> pairs = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (Section pair : section.sections("pairs", Keys.PAIR)) {
            pairs.add(new RelevancePair(name(pair, names), pair.words("modality", MODALITY), some(pair, "region"),
                    pair.words("priors", MODALITY), some(pair, "with")));
        }
        return pairs;
    }

    private static String name(Section section, Set<String> taken) {
        String name = section.required("name", Names.PEER);
        if (!name.isEmpty() && !taken.add(name)) {
            section.problem("name", Message.of("settings.duplicateName", name));
        }
        return name;
    }

    private static List<BodyRegion> some(Section section, String key) {
        List<BodyRegion> regions = section.words(key, REGION);
        if (!section.has(key)) {
            section.problem(key, Message.of("settings.missingKey", key));
        } else if (regions.isEmpty() && section.placeOf(key) instanceof SequenceNode list
                && list.getValue().isEmpty()) {
            section.problem(key, Message.of("settings.empty", key));
        }
        return regions;
    }

    private static Optional<BodyRegion> region(String text) {
        return Arrays.stream(BodyRegion.values()).filter(region -> word(region).equals(text.strip())).findFirst();
    }

    private static Optional<Companion> companion(String text) {
        return Arrays.stream(Companion.values()).filter(value -> word(value).equals(text.strip())).findFirst();
    }

    private static String words(Enum<?>... values) {
        return String.join(", ", Arrays.stream(values).map(RulesReading::word).toList());
    }

    /** As it stands in the file, such as {@code cervical-spine}. */
    static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
