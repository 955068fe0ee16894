package org.priorfetch.engine.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Takes out of the file what a form shows: the single values of the sections, as they were typed. */
final class FormReading {

    private FormReading() {}

    static SiteForm of(YamlText text) {
        return new SiteForm(section(text, "self"), section(text, "pacs"), list(text, "worklists"),
                list(text, "sources"), section(text, "relevance"), exclude(text), procedures(text));
    }

    private static SiteSection section(YamlText text, String key) {
        return section(key, 0, text.value(key).orElse(null));
    }

    private static SiteSection procedures(YamlText text) {
        Map<String, String> values = new TreeMap<>();
        text.value(TidyForm.PROCEDURES)
                .ifPresent(value -> take(TidyForm.PROCEDURES, value, TidyForm.PROCEDURES, false, values));
        return new SiteSection(0, values);
    }

    private static List<SiteSection> list(YamlText text, String key) {
        List<SiteSection> sections = new ArrayList<>();
        for (Node item : text.items(key)) {
            sections.add(section(key, sections.size(), item));
        }
        return sections;
    }

    private static SiteSection exclude(YamlText text) {
        Map<String, String> values = new TreeMap<>();
        Node section = text.value("exclude").orElse(null);
        for (ListedValue list : ListedValue.values()) {
            YamlText.value(section, list.key())
                    .map(value -> list.joined(items(value)))
                    .filter(value -> !value.isEmpty())
                    .ifPresent(value -> values.put(list.key(), value));
        }
        return new SiteSection(0, values);
    }

    private static List<String> items(Node node) {
        List<Node> items = node instanceof SequenceNode sequence ? sequence.getValue() : List.of(node);
        return items.stream()
                .filter(FormReading::isValue)
                .map(item -> ((ScalarNode) item).getValue().strip())
                .filter(item -> !item.isEmpty())
                .toList();
    }

    private static boolean isValue(Node node) {
        return node instanceof ScalarNode && !YamlText.isNothing(node);
    }

    private static SiteSection section(String name, int place, @Nullable Node node) {
        Map<String, String> values = new TreeMap<>();
        take(name, node, "", values);
        return new SiteSection(place, values);
    }

    private static void take(String section, @Nullable Node node, String before, Map<String, String> values) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key) {
                    take(section, entry.getValueNode(), before + key.getValue(), before.isEmpty(), values);
                }
            }
        }
    }

    private static void take(String section, Node value, String key, boolean outermost,
            Map<String, String> values) {
        Optional<StructuredValue> structured = StructuredValues.of(section, key);
        if (structured.isPresent()) {
            structured.map(type -> type.typed(value))
                    .filter(typed -> !typed.isEmpty())
                    .ifPresent(typed -> values.putIfAbsent(key, typed));
        } else if (value instanceof MappingNode && outermost) {
            take(section, value, key + FormWriting.WITHIN, values);
        } else if (isValue(value)) {
            values.putIfAbsent(key, ((ScalarNode) value).getValue());
        }
    }
}
