package org.priorfetch.engine.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.Selection;
import org.priorfetch.engine.model.SelectionChange;

/** Rules as they stand in the file. */
final class RuleText {

    static final String OLDEST = "oldest";

    private static final String LEAD = "- ";

    private RuleText() {}

    /** Items of a list, each value on a line of its own; every line begins with a line break. */
    static String inLines(List<RelevanceRule> rules, int column, String newLine) {
        return rules.stream().map(rule -> inLines(rule, column, newLine)).collect(Collectors.joining());
    }

    private static String inLines(RelevanceRule rule, int column, String newLine) {
        String next = newLine + " ".repeat(column + LEAD.length());
        return newLine + " ".repeat(column) + LEAD + joined(values(rule), next);
    }

    /** A whole list. */
    static String inOneLine(List<RelevanceRule> rules) {
        return rules.stream()
                .map(rule -> "{" + joined(values(rule), ", ") + "}")
                .collect(Collectors.joining(", ", "[", "]"));
    }

    private static String joined(Map<String, String> values, String between) {
        return values.entrySet()
                .stream()
                .map(value -> value.getKey() + ": " + value.getValue())
                .collect(Collectors.joining(between));
    }

    /** The values of a selection that differ from another, as YAML. */
    static Map<String, String> values(Selection selection, Selection other) {
        Map<String, String> values = new LinkedHashMap<>();
        values(new SelectionChange(changed(selection.newest(), other.newest()),
                changed(selection.oldest(), other.oldest()), changed(selection.unknown(), other.unknown()),
                changed(selection.recent(), other.recent()),
                selection.companions().equals(other.companions()) ? null : selection.companions()), values);
        return values;
    }

    private static @Nullable Integer changed(@Nullable Integer count, @Nullable Integer other) {
        return Objects.equals(count, other) ? null : count;
    }

    private static void values(SelectionChange change, Map<String, String> values) {
        put(values, "newest", change.newest());
        put(values, OLDEST, change.oldest());
        put(values, "unknown", change.unknown());
        put(values, "recent", change.recent());
        if (change.companions() != null) {
            values.put("companions", change.companions()
                    .stream()
                    .sorted()
                    .map(RulesReading::word)
                    .collect(Collectors.joining(", ", "[", "]")));
        }
    }

    /** A whole list of pairs. */
    static String pairs(List<RelevancePair> pairs) {
        return pairs.stream().map(RuleText::pair).collect(Collectors.joining(", ", "[", "]"));
    }

    private static String pair(RelevancePair pair) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", Scalars.render(pair.name()));
        put(values, "modality", pair.modalities());
        put(values, "region", pair.regions().stream().map(RulesReading::word).toList());
        put(values, "priors", pair.priors());
        put(values, "with", pair.with().stream().map(RulesReading::word).toList());
        return "{" + joined(values, ", ") + "}";
    }

    private static Map<String, String> values(RelevanceRule rule) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("name", Scalars.render(rule.name()));
        put(values, "modality", rule.modalities());
        put(values, "region", rule.regions().stream().map(RulesReading::word).toList());
        put(values, "priors", rule.priors());
        put(values, "maxPriors", rule.maxPriors());
        if (rule.maxAge() != null) {
            values.put("maxAge", Scalars.render(Times.text(rule.maxAge())));
        }
        values(rule.selection(), values);
        return values;
    }

    private static void put(Map<String, String> values, String key, @Nullable Integer count) {
        if (count != null) {
            values.put(key, Scalars.render(String.valueOf(count)));
        }
    }

    private static void put(Map<String, String> values, String key, List<String> words) {
        if (words.size() == 1) {
            values.put(key, Scalars.render(words.getFirst()));
        } else if (!words.isEmpty()) {
            values.put(key, words.stream().map(Scalars::render).collect(Collectors.joining(", ", "[", "]")));
        }
    }
}
