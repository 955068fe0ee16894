package org.priorfetch.engine.settings;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Which values of the file are lists or mappings, and what they have in common. */
final class StructuredValues {

    private static final int INDENT = 8;

    /** By section and key, that of a section within behind a dot. */
    private static final Map<String, Map<String, StructuredValue>> ALL = Map.of("pacs",
            Map.of("marks.attributes", new EntryLines()), "worklists",
            Map.of("senders", new WordList(), "applications", new WordList(), "accession", new WordList()), "sources",
            Map.of("procedures", new ProcedureLines()), "procedures", Map.of("procedures", new ProcedureLines()));

    private StructuredValues() {}

    /** Empty for a single value. */
    static Optional<StructuredValue> of(String section, String key) {
        return Optional.ofNullable(ALL.getOrDefault(section, Map.of()).get(key));
    }

    /** The text of a single value; empty for anything else. */
    static String scalar(Node node) {
        return node instanceof ScalarNode value && !YamlText.isNothing(node) ? value.getValue().strip() : "";
    }

    /** Items as YAML, each on a line of its own where there are several. */
    static String inLines(List<String> items, String open, String close, String newLine) {
        String between = newLine + " ".repeat(INDENT);
        return items.stream()
                .collect(Collectors.joining("," + between, open + (items.size() > 1 ? between : ""), close));
    }
}
