package org.priorfetch.engine.settings;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Words between commas. */
final class WordList implements StructuredValue {

    @Override
    public String typed(Node value) {
        List<Node> items = value instanceof SequenceNode sequence ? sequence.getValue() : List.of(value);
        return items.stream()
                .map(StructuredValues::scalar)
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
