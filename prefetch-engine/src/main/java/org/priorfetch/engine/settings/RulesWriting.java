package org.priorfetch.engine.settings;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.RelevancePair;
import org.priorfetch.engine.model.RelevanceRule;
import org.priorfetch.engine.model.RelevanceRules;
import org.priorfetch.engine.model.Selection;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes a text until the section on relevance says what is wanted. A rule that stays keeps its lines, wherever it moves
 * to; one that changes keeps the comments above it.
 */
final class RulesWriting {

    private static final String SECTION = "relevance";
    private static final String RULES = "rules";
    private static final String PAIRS = "pairs";
    private static final String MAX_PRIORS = "maxPriors";
    private static final String MAX_AGE = "maxAge";

    private final YamlEditor editor;
    private final RelevanceRules there;
    private final RelevanceRules wanted;

    private RulesWriting(YamlText text, RelevanceRules there, RelevanceRules wanted) {
        editor = new YamlEditor(text);
        this.there = there;
        this.wanted = wanted;
    }

    /** @param there what the text says */
    static YamlText write(YamlText text, RelevanceRules there, RelevanceRules wanted)
            throws YamlDocument.SyntaxException {
        RulesWriting writing = new RulesWriting(text, there, wanted);
        writing.limits();
        writing.further(there.selection(), there.pairs());
        if (!there.rules().equals(wanted.rules())) {
            writing.rules();
        }
        return writing.editor.text();
    }

    private void limits() throws YamlDocument.SyntaxException {
        if (!(section() instanceof MappingNode mapping) || mapping.getValue().isEmpty()) {
            if (!wanted.equals(there)) {
                editor.section(SECTION, limits(wanted));
            }
            return;
        }
        if (wanted.maxPriors() != there.maxPriors()) {
            editor.set(mapping, MAX_PRIORS, String.valueOf(wanted.maxPriors()));
        }
        if (!wanted.maxAge().equals(there.maxAge())) {
            editor.set(Objects.requireNonNull(section()), MAX_AGE, Times.text(wanted.maxAge()));
        }
    }

    /** What is said of selection and pairs other than this. */
    private void further(Selection selection, List<RelevancePair> pairs) throws YamlDocument.SyntaxException {
        for (Map.Entry<String, String> value : RuleText.values(wanted.selection(), selection).entrySet()) {
            editor.put(Objects.requireNonNull(section()), value.getKey(), value.getValue());
        }
        if (wanted.selection().oldest() == null && selection.oldest() != null) {
            editor.remove(Objects.requireNonNull(section()), RuleText.OLDEST);
        }
        if (!wanted.pairs().equals(pairs)) {
            editor.put(Objects.requireNonNull(section()), PAIRS, RuleText.pairs(wanted.pairs()));
        }
    }

    private static Map<String, String> limits(RelevanceRules rules) {
        Map<String, String> limits = new LinkedHashMap<>();
        limits.put(MAX_PRIORS, String.valueOf(rules.maxPriors()));
        limits.put(MAX_AGE, Times.text(rules.maxAge()));
        return limits;
    }

    private @Nullable Node section() {
        return text().value(SECTION).orElse(null);
    }

    private YamlText text() {
        return editor.text();
    }

    private void rules() throws YamlDocument.SyntaxException {
        MappingNode section = (MappingNode) Objects.requireNonNull(section());
        if (YamlText.isFlow(section)
                && (YamlText.isFlow(text().root().orElseThrow()) || !text().isOnOneLine(section))) {
            editor.put(section, RULES, RuleText.inOneLine(wanted.rules()));
            return;
        }
        if (YamlText.isFlow(section)) {
            editor.section(SECTION, limits(wanted));
            further(Selection.DEFAULT, List.of());
        }
        if (YamlText.entry(section(), RULES).isEmpty()) {
            editor.put(Objects.requireNonNull(section()), RULES, "[]");
        }
        inLines(YamlText.entry(section(), RULES).orElseThrow());
    }

    private void inLines(NodeTuple entry) throws YamlDocument.SyntaxException {
        Node old = entry.getValueNode();
        int key = text().end(entry.getKeyNode());
        boolean lines = old instanceof SequenceNode sequence && !sequence.getValue().isEmpty()
                && !YamlText.isFlow(old);
        if (lines && !wanted.rules().isEmpty()) {
            editor.replace(text().lineEnd(key), text().lineEnd(text().end(old)), items((SequenceNode) old));
            return;
        }
        String fresh = wanted.rules().isEmpty() ? " []"
                : RuleText.inLines(wanted.rules(), text().column(text().start(entry.getKeyNode())) + YamlEditor.INDENT,
                        text().newLine());
        editor.replace(key + 1, Math.max(key + 1, text().end(old)), fresh);
    }

    /** The items as they shall stand, each with what stands above it since the end of the one before. */
    private String items(SequenceNode old) {
        int column = text().column(text().dash(old.getValue().getFirst()));
        List<String> items = new ArrayList<>();
        for (RelevanceRule rule : wanted.rules()) {
            int same = there.rules().indexOf(rule);
            int named = there.rules().stream().map(RelevanceRule::name).toList().indexOf(rule.name());
            if (same >= 0) {
                items.add(above(old, same) + itself(old, same));
            } else {
                items.add(
                        (named < 0 ? "" : above(old, named))
                                + RuleText.inLines(List.of(rule), column, text().newLine()));
            }
        }
        return String.join("", items);
    }

    /** The end of the line before. */
    private int begin(SequenceNode items, int index) {
        int line = text().lineStart(text().dash(items.getValue().get(index)));
        return text().lineEnd(text().lineStart(line - 1));
    }

    private String above(SequenceNode items, int index) {
        Node before = index == 0 ? YamlText.entry(section(), RULES).orElseThrow().getKeyNode()
                : items.getValue().get(index - 1);
        return text().text().substring(text().lineEnd(text().end(before)), begin(items, index));
    }

    private String itself(SequenceNode items, int index) {
        return text().text()
                .substring(begin(items, index), text().lineEnd(text().end(items.getValue().get(index))));
    }
}
