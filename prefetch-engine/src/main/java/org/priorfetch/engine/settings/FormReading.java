package org.priorfetch.engine.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Takes out of the file what a form shows: the single values of the sections, as they were typed. */
final class FormReading {

    private FormReading() {}

    static SiteForm of(YamlText text) {
        return new SiteForm(section(text, "self"), section(text, "pacs"), list(text, "worklists"),
                list(text, "sources"), section(text, "relevance"));
    }

    private static SiteSection section(YamlText text, String key) {
        return section(0, YamlText.entry(text.root().orElse(null), key).map(NodeTuple::getValueNode).orElse(null));
    }

    private static List<SiteSection> list(YamlText text, String key) {
        List<SiteSection> sections = new ArrayList<>();
        for (Node item : text.items(key)) {
            sections.add(section(sections.size(), item));
        }
        return sections;
    }

    private static SiteSection section(int place, @Nullable Node node) {
        Map<String, String> values = new TreeMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple entry : mapping.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key && entry.getValueNode() instanceof ScalarNode value
                        && !Tag.NULL.equals(value.getTag())) {
                    values.putIfAbsent(key.getValue(), value.getValue());
                }
            }
        }
        return new SiteSection(place, values);
    }
}
