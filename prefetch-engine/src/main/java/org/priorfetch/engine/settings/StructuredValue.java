package org.priorfetch.engine.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A list or a mapping of the file as one text of a form. */
interface StructuredValue {

    /** As a form shows it; empty when there is nothing. */
    String typed(Node value);

    /** As YAML in braces or brackets; never longer than one line in each line of the text. */
    String yaml(String typed, String newLine);

    /** As it is read back. */
    default String tidy(String typed) {
        if (typed.isBlank()) {
            return "";
        }
        try {
            return YamlDocument.parse(yaml(typed, "\n")).map(this::typed).orElse("");
        } catch (YamlDocument.SyntaxException impossible) {
            return typed.strip();
        }
    }

    /** By section and key, that of a section within behind a dot. */
    Map<String, Map<String, StructuredValue>> ALL = Map.of("pacs", Map.of("marks.attributes", new Entries()), "worklists",
            Map.of("senders", new Words(), "applications", new Words(), "accession", new Words()), "sources",
            Map.of("procedures", new ProcedureLines()), "procedures", Map.of("procedures", new ProcedureLines()));

    static Optional<StructuredValue> of(String section, String key) {
        return Optional.ofNullable(ALL.getOrDefault(section, Map.of()).get(key));
    }

    private static String scalar(Node node) {
        return node instanceof ScalarNode value && !Tag.NULL.equals(node.getTag()) ? value.getValue().strip() : "";
    }

    private static List<Node> items(Node node) {
        return node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
    }

    private static List<String> lines(String typed) {
        return typed.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static String inLines(List<String> items, String open, String close, String newLine) {
        String between = newLine + " ".repeat(8);
        return items.stream().collect(Collectors.joining("," + between, open + (items.size() > 1 ? between : ""), close));
    }

    /** Words between commas. */
    final class Words implements StructuredValue {

        @Override
        public String typed(Node value) {
            return items(value).stream()
                    .map(StructuredValue::scalar)
                    .filter(word -> !word.isEmpty())
                    .collect(Collectors.joining(", "));
        }

        @Override
        public String yaml(String typed, String newLine) {
            return Arrays.stream(typed.split("[,\\r\\n]+"))
                    .map(String::strip)
                    .filter(word -> !word.isEmpty())
                    .map(Scalars::render)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    /** Keys with values, one in each line, a colon between them. */
    final class Entries implements StructuredValue {

        private static final Pattern LINE = Pattern.compile("(\\((?:[^\")]|\"[^\"]*\")*\\)|[^:]*)\\s*(?::\\s*(.*))?",
                Pattern.DOTALL);

        @Override
        public String typed(Node value) {
            return value instanceof MappingNode mapping
                    ? mapping.getValue()
                            .stream()
                            .map(entry -> scalar(entry.getKeyNode()) + ": " + scalar(entry.getValueNode()))
                            .collect(Collectors.joining("\n"))
                    : scalar(value);
        }

        @Override
        public String yaml(String typed, String newLine) {
            return inLines(lines(typed).stream().map(Entries::entry).toList(), "{", "}", newLine);
        }

        private static String entry(String line) {
            Matcher parts = LINE.matcher(line);
            boolean divided = parts.matches() && parts.group(2) != null;
            return Scalars.render(divided ? parts.group(1).strip() : line) + ": "
                    + Scalars.render(divided ? parts.group(2).strip() : "");
        }
    }

    /** The value of a key of a mapping. */
    static Optional<Node> within(Node mapping, String key) {
        return YamlText.entry(mapping, key).map(NodeTuple::getValueNode);
    }
}
