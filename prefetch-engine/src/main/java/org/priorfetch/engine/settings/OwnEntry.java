package org.priorfetch.engine.settings;

import java.util.ArrayList;
import java.util.List;

import org.priorfetch.engine.model.Message;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** One entry of a mapping whose keys are not the program's. */
record OwnEntry(ScalarNode key, ScalarNode value) {

    /** Those under the key of the section in their order; what is no single value is noted. */
    static List<OwnEntry> of(Section section, String key) {
        Node node = section.placeOf(key);
        if (!section.has(key) || YamlText.isNothing(node)) {
            return List.of();
        }
        if (!(node instanceof MappingNode mapping)) {
            section.problem(node, Message.of("settings.notOwnMapping", key));
            return List.of();
        }
        List<OwnEntry> entries = new ArrayList<>();
        for (NodeTuple entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode name && entry.getValueNode() instanceof ScalarNode value
                    && !YamlText.isNothing(value)) {
                entries.add(new OwnEntry(name, value));
            } else {
                section.problem(entry.getKeyNode(), Message.of("settings.notScalar", key));
            }
        }
        return entries;
    }
}
