package org.priorfetch.engine.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.priorfetch.engine.model.RelevanceRule;

/** Rules as they stand in the file. */
final class RuleText {

    private static final String LEAD = "- ";

    private RuleText() {}

    /** Items of a list, each value on a line of its own; every line begins with a line break. */
    static String inLines(List<RelevanceRule> rules, int column, String newLine) {
        return rules.stream().map(rule -> inLines(rule, column, newLine)).collect(Collectors.joining());
    }

    private static String inLines(RelevanceRule rule, int column, String newLine) {
        String next = newLine + " ".repeat(column + LEAD.length());
        return newLine + " ".repeat(column) + LEAD + joined(rule, next);
    }

    /** A whole list. */
    static String inOneLine(List<RelevanceRule> rules) {
        return rules.stream()
                .map(rule -> "{" + joined(rule, ", ") + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String joined(RelevanceRule rule, String between) {
        return values(rule).entrySet()
                .stream()
                .map(value -> value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining(between));
    }

    private static Map<String, String> values(RelevanceRule rule) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", Scalars.render(rule.name()));
        put(values, "modality", rule.modalities());
        put(values, "region", rule.regions().stream().map(RulesReading::word).toList());
        put(values, "priors", rule.priors());
        if (rule.maxPriors() != null) {
            values.put("maxPriors", Scalars.render(String.valueOf(rule.maxPriors())));
        }
        if (rule.maxAge() != null) {
            values.put("maxAge", Scalars.render(Times.text(rule.maxAge())));
        }
        return values;
    }

    private static void put(Map<String, String> values, String key, List<String> words) {
        if (words.size() == 1) {
            values.put(key, Scalars.render(words.getFirst()));
        } else if (!words.isEmpty()) {
            values.put(key, words.stream().map(Scalars::render).collect(Collectors.joining(", ", "[", "]")));
        }
    }
}
