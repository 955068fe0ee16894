package org.priorfetch.engine.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.nodes.CollectionNode;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * A YAML text with the places of its nodes. Each change gives a new text, in which everything else, also comments and
 * spaces, stands as it stood.
 */
final class YamlText {

    static final int INDENT = 2;

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

    /** The items of the list under the key. */
    List<Node> items(String list) {
        return entry(root, list).map(NodeTuple::getValueNode).orElse(null) instanceof SequenceNode sequence
                ? sequence.getValue()
                : List.of();
    }

    YamlText set(Node mapping, String key, String value) throws YamlDocument.SyntaxException {
        return put(mapping, key, Scalars.render(value));
    }

    /** @param value as YAML, on one line */
    YamlText put(Node mapping, String key, String value) throws YamlDocument.SyntaxException {
        Optional<NodeTuple> entry = entry(mapping, key);
        if (entry.isEmpty()) {
            return append(mapping, key + ": " + value);
        }
        Node old = entry.get().getValueNode();
        boolean nothing = start(old) == end(old);
        return replaced(start(old), end(old), (nothing ? " " : "") + value);
    }

    /**
     * The same, with the value in the line of its key.
     *
     * @param value as YAML in brackets or braces
     */
    YamlText putBeside(Node mapping, String key, String value) throws YamlDocument.SyntaxException {
        Optional<NodeTuple> entry = entry(mapping, key);
        if (entry.isEmpty()) {
            return append(mapping, key + ": " + value);
        }
        int colon = text.indexOf(':', end(entry.get().getKeyNode())) + 1;
        return replaced(colon, Math.max(colon, end(entry.get().getValueNode())), " " + value);
    }

    private YamlText append(Node node, String line) throws YamlDocument.SyntaxException {
        MappingNode mapping = (MappingNode) node;
        if (mapping.getValue().isEmpty()) {
            return replaced(start(mapping), end(mapping), "{" + line + "}");
        }
        if (isFlow(mapping)) {
            return inserted(end(mapping.getValue().getLast().getValueNode()), ", " + line);
        }
        int column = column(start(mapping.getValue().getFirst().getKeyNode()));
        return inserted(lineEnd(end(mapping)), newLine() + " ".repeat(column) + line);
    }

    YamlText remove(Node node, String key) throws YamlDocument.SyntaxException {
        MappingNode mapping = (MappingNode) node;
        NodeTuple entry = entry(mapping, key).orElseThrow();
        int index = mapping.getValue().indexOf(entry);
        int from = start(entry.getKeyNode());
        int to = end(entry.getValueNode());
        boolean last = index == mapping.getValue().size() - 1;
        if (isFlow(mapping)) {
            int before = index == 0 ? from : end(mapping.getValue().get(index - 1).getValueNode());
            return last ? replaced(before, to, "")
                    : replaced(from, start(mapping.getValue().get(index + 1).getKeyNode()), "");
        }
        if (text.substring(lineStart(from), from).isBlank()) {
            return withoutLines(from, to);
        }
        return last ? replaced(from, to, "{}")
                : replaced(from, start(mapping.getValue().get(index + 1).getKeyNode()), "");
    }

    /** Puts the values under a key of the root that has none yet. */
    YamlText section(String key, Map<String, String> values) throws YamlDocument.SyntaxException {
        return under(key, values.isEmpty() ? " {}" : block(values, INDENT, ""), flow(values));
    }

    YamlText emptyList(String key) throws YamlDocument.SyntaxException {
        return under(key, " []", "[]");
    }

    YamlText add(String list, Map<String, String> values) throws YamlDocument.SyntaxException {
        List<Node> items = items(list);
        if (items.isEmpty()) {
            return under(list, block(values, INDENT, "- "), "[" + flow(values) + "]");
        }
        SequenceNode sequence = (SequenceNode) entry(root, list).orElseThrow().getValueNode();
        return isFlow(sequence) ? inserted(end(items.getLast()), ", " + flow(values))
                : inserted(lineEnd(end(sequence)), block(values, column(dash(items.getFirst())), "- "));
    }

    YamlText removeItem(String list, int index) throws YamlDocument.SyntaxException {
        List<Node> items = items(list);
        Node item = items.get(index);
        if (items.size() == 1) {
            return under(list, " []", "[]");
        }
        if (!isFlow(entry(root, list).orElseThrow().getValueNode())) {
            return withoutLines(dash(item), end(item));
        }
        return index == items.size() - 1 ? replaced(end(items.get(index - 1)), end(item), "")
                : replaced(start(item), start(items.get(index + 1)), "");
    }

    /** Replaces whatever stands under the key of the root, or makes the key. */
    private YamlText under(String key, String block, String flow) throws YamlDocument.SyntaxException {
        Optional<NodeTuple> entry = entry(root, key);
        boolean inFlow = root != null && isFlow(root);
        if (entry.isPresent()) {
            int colon = text.indexOf(':', end(entry.get().getKeyNode())) + 1;
            return replaced(colon, Math.max(colon, end(entry.get().getValueNode())), inFlow ? " " + flow : block);
        }
        if (inFlow) {
            return append(Objects.requireNonNull(root), key + ": " + flow);
        }
        int end = root == null ? text.length() : lineEnd(end(root));
        String before = text.substring(0, end);
        String gap = before.isEmpty() ? "" : before.endsWith("\n") ? newLine() : newLine() + newLine();
        String after = end == text.length() ? newLine() : "";
        return inserted(end, gap + key + ":" + block + after);
    }

    /** The values, each on a line of its own, the first after the given sign. */
    private String block(Map<String, String> values, int column, String sign) {
        StringBuilder lines = new StringBuilder();
        String lead = sign;
        for (Map.Entry<String, String> value : values.entrySet()) {
            lines.append(newLine()).append(" ".repeat(column)).append(lead).append(line(value));
            lead = " ".repeat(sign.length());
        }
        return lines.toString();
    }

    private static String flow(Map<String, String> values) {
        return "{" + String.join(", ", values.entrySet().stream().map(YamlText::line).toList()) + "}";
    }

    private static String line(Map.Entry<String, String> value) {
        return value.getKey() + ": " + Scalars.render(value.getValue());
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

    private YamlText withoutLines(int from, int to) throws YamlDocument.SyntaxException {
        int end = text.indexOf('\n', to);
        return replaced(lineStart(from), end < 0 ? text.length() : end + 1, "");
    }

    private YamlText inserted(int position, String fresh) throws YamlDocument.SyntaxException {
        return replaced(position, position, fresh);
    }

    YamlText replaced(int from, int to, String fresh) throws YamlDocument.SyntaxException {
        return new YamlText(text.substring(0, from) + fresh + text.substring(to));
    }
}
