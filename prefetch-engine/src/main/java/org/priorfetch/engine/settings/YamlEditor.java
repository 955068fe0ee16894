package org.priorfetch.engine.settings;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Changes a YAML text, one thing after the other. Everything else, also comments and spaces, stands as it stood. A node is
 * good for one change: the places of the others move.
 */
final class YamlEditor {

    static final int INDENT = 2;

    private YamlText text;

    YamlEditor(YamlText text) {
        this.text = text;
    }

    /** As it stands now. */
    YamlText text() {
        return text;
    }

    void set(Node mapping, String key, String value) throws YamlDocument.SyntaxException {
        put(mapping, key, Scalars.render(value));
    }

    /** @param value as YAML, on one line */
    void put(Node mapping, String key, String value) throws YamlDocument.SyntaxException {
        Optional<Node> old = YamlText.value(mapping, key);
        if (old.isEmpty()) {
            append(mapping, key + ": " + value);
            return;
        }
        int from = text.start(old.get());
        int to = text.end(old.get());
        replace(from, to, (from == to ? " " : "") + value);
    }

    /**
     * The same, with the value in the line of its key.
     *
     * @param value as YAML in brackets or braces
     */
    void putBeside(Node mapping, String key, String value) throws YamlDocument.SyntaxException {
        Optional<NodeTuple> entry = YamlText.entry(mapping, key);
        if (entry.isEmpty()) {
            append(mapping, key + ": " + value);
        } else {
            replaceValue(entry.get(), " " + value);
        }
    }

    private void append(Node node, String line) throws YamlDocument.SyntaxException {
        MappingNode mapping = (MappingNode) node;
        if (mapping.getValue().isEmpty()) {
            replace(text.start(mapping), text.end(mapping), "{" + line + "}");
        } else if (YamlText.isFlow(mapping)) {
            insert(text.end(mapping.getValue().getLast().getValueNode()), ", " + line);
        } else {
            int column = text.column(text.start(mapping.getValue().getFirst().getKeyNode()));
            insert(text.lineEnd(text.end(mapping)), text.newLine() + " ".repeat(column) + line);
        }
    }

    void remove(Node node, String key) throws YamlDocument.SyntaxException {
        MappingNode mapping = (MappingNode) node;
        NodeTuple entry = YamlText.entry(mapping, key).orElseThrow();
        int index = mapping.getValue().indexOf(entry);
        int from = text.start(entry.getKeyNode());
        int to = text.end(entry.getValueNode());
        boolean last = index == mapping.getValue().size() - 1;
        boolean flow = YamlText.isFlow(mapping);
        if (!flow && text.text().substring(text.lineStart(from), from).isBlank()) {
            removeLines(from, to);
        } else if (!last) {
            replace(from, text.start(mapping.getValue().get(index + 1).getKeyNode()), "");
        } else if (flow) {
            replace(index == 0 ? from : text.end(mapping.getValue().get(index - 1).getValueNode()), to, "");
        } else {
            replace(from, to, "{}");
        }
    }

    /** Puts the values under a key of the root, in place of whatever stands there. */
    void section(String key, Map<String, String> values) throws YamlDocument.SyntaxException {
        under(key, values.isEmpty() ? " {}" : block(values, INDENT, ""), flow(values));
    }

    void emptyList(String key) throws YamlDocument.SyntaxException {
        under(key, " []", "[]");
    }

    void add(String list, Map<String, String> values) throws YamlDocument.SyntaxException {
        List<Node> items = text.items(list);
        if (items.isEmpty()) {
            under(list, block(values, INDENT, "- "), "[" + flow(values) + "]");
            return;
        }
        SequenceNode sequence = (SequenceNode) text.value(list).orElseThrow();
        if (YamlText.isFlow(sequence)) {
            insert(text.end(items.getLast()), ", " + flow(values));
        } else {
            insert(text.lineEnd(text.end(sequence)), block(values, text.column(text.dash(items.getFirst())), "- "));
        }
    }

    void removeItem(String list, int index) throws YamlDocument.SyntaxException {
        List<Node> items = text.items(list);
        Node item = items.get(index);
        if (items.size() == 1) {
            emptyList(list);
        } else if (!YamlText.isFlow(text.value(list).orElseThrow())) {
            removeLines(text.dash(item), text.end(item));
        } else if (index == items.size() - 1) {
            replace(text.end(items.get(index - 1)), text.end(item), "");
        } else {
            replace(text.start(item), text.start(items.get(index + 1)), "");
        }
    }

    /** Replaces whatever stands under the key of the root, or makes the key. */
    private void under(String key, String block, String flow) throws YamlDocument.SyntaxException {
        @Nullable
        Node root = text.root().orElse(null);
        Optional<NodeTuple> entry = YamlText.entry(root, key);
        boolean inFlow = root != null && YamlText.isFlow(root);
        if (entry.isPresent()) {
            replaceValue(entry.get(), inFlow ? " " + flow : block);
        } else if (inFlow) {
            append(Objects.requireNonNull(root), key + ": " + flow);
        } else {
            appendToRoot(root, key + ":" + block);
        }
    }

    /** After an empty line. */
    private void appendToRoot(@Nullable Node root, String lines) throws YamlDocument.SyntaxException {
        int length = text.text().length();
        int end = root == null ? length : text.lineEnd(text.end(root));
        String before = text.text().substring(0, end);
        String newLine = text.newLine();
        String gap = before.isEmpty() ? "" : before.endsWith("\n") ? newLine : newLine + newLine;
        insert(end, gap + lines + (end == length ? newLine : ""));
    }

    /** The values, each on a line of its own, the first after the given sign. */
    private String block(Map<String, String> values, int column, String sign) {
        StringBuilder lines = new StringBuilder();
        String lead = sign;
        for (Map.Entry<String, String> value : values.entrySet()) {
            lines.append(text.newLine()).append(" ".repeat(column)).append(lead).append(line(value));
            lead = " ".repeat(sign.length());
        }
        return lines.toString();
    }

    private static String flow(Map<String, String> values) {
        return "{" + String.join(", ", values.entrySet().stream().map(YamlEditor::line).toList()) + "}";
    }

    private static String line(Map.Entry<String, String> value) {
        return value.getKey() + ": " + Scalars.render(value.getValue());
    }

    /** Whatever stands behind the colon, also nothing. */
    private void replaceValue(NodeTuple entry, String fresh) throws YamlDocument.SyntaxException {
        int colon = text.text().indexOf(':', text.end(entry.getKeyNode())) + 1;
        replace(colon, Math.max(colon, text.end(entry.getValueNode())), fresh);
    }

    private void removeLines(int from, int to) throws YamlDocument.SyntaxException {
        int end = text.text().indexOf('\n', to);
        replace(text.lineStart(from), end < 0 ? text.text().length() : end + 1, "");
    }

    private void insert(int position, String fresh) throws YamlDocument.SyntaxException {
        replace(position, position, fresh);
    }

    void replace(int from, int to, String fresh) throws YamlDocument.SyntaxException {
        text = text.replaced(from, to, fresh);
    }
}
