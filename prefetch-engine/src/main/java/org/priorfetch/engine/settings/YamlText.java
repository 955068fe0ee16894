package org.priorfetch.engine.settings;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A YAML text with the places of its nodes. */
final class YamlText {

    private final String text;
    private final @Nullable Node root;

    YamlText(String text) throws YamlDocument.SyntaxException {
        this.text = text;
        this.root = YamlDocument.parse(text).orElse(null);
    }

    String text() {
        return text;
    }

    Optional<Node> root() {
        return Optional.ofNullable(root);
    }

    /** The entry of a mapping. */
    static Optional<NodeTuple> entry(@Nullable Node mapping, String key) {
        return mapping instanceof MappingNode map ? map.getValue()
                .stream()
                .filter(tuple -> tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key))
                .findFirst() : Optional.empty();
    }

    /** The value in a mapping. */
    static Optional<Node> value(@Nullable Node mapping, String key) {
        return entry(mapping, key).map(NodeTuple::getValueNode);
    }

    /** The value under a key of the root. */
    Optional<Node> value(String key) {
        return value(root, key);
    }

    /** The items of the list under the key of the root. */
    List<Node> items(String list) {
        return value(list).orElse(null) instanceof SequenceNode sequence ? sequence.getValue() : List.of();
    }

    /** A key without a value, or null. */
    static boolean isNothing(Node node) {
        return Tag.NULL.equals(node.getTag());
    }

    static boolean isFlow(Node node) {
        return node instanceof CollectionNode<?> collection && collection.getFlowStyle() == FlowStyle.FLOW;
    }

    boolean isOnOneLine(Node node) {
        return node.getStartMark().getLine() == node.getEndMark().getLine();
    }

    int start(Node node) {
        return offset(node.getStartMark().getIndex());
    }

    /** Behind the last sign of the node; a block's own mark stands behind the comments that follow it. */
    int end(Node node) {
        if (node instanceof MappingNode map && !isFlow(map) && !map.getValue().isEmpty()) {
            return end(map.getValue().getLast().getValueNode());
        }
        if (node instanceof SequenceNode sequence && !isFlow(sequence) && !sequence.getValue().isEmpty()) {
            return end(sequence.getValue().getLast());
        }
        int start = start(node);
        return start + text.substring(start, Math.max(start, offset(node.getEndMark().getIndex())))
                .stripTrailing()
                .length();
    }

    /** Marks count code points. */
    private int offset(int codePoints) {
        return text.offsetByCodePoints(0, codePoints);
    }

    int dash(Node item) {
        return text.lastIndexOf('-', start(item) - 1);
    }

    int column(int position) {
        return position - lineStart(position);
    }

    int lineStart(int position) {
        return text.lastIndexOf('\n', position - 1) + 1;
    }

    int lineEnd(int position) {
        int newLine = text.indexOf('\n', position);
        int end = newLine < 0 ? text.length() : newLine;
        return end > position && text.charAt(end - 1) == '\r' ? end - 1 : end;
    }

    String newLine() {
        return text.contains("\r\n") ? "\r\n" : "\n";
    }

    /** The text with something else between the two places. */
    YamlText replaced(int from, int to, String fresh) throws YamlDocument.SyntaxException {
        return new YamlText(text.substring(0, from) + fresh + text.substring(to));
    }
}
