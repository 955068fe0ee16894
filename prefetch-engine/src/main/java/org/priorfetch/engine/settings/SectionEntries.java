package org.priorfetch.engine.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.priorfetch.engine.model.Message;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** The entries of a mapping of the file by their keys. Notes each key that means nothing there, or stands there twice. */
final class SectionEntries {

    private static final Set<Tag> PLAIN = Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL,
            Tag.TIMESTAMP);

    private final Map<String, NodeTuple> entries = new HashMap<>();
    private final Problems problems;

    SectionEntries(Node content, Keys keys, Problems problems) {
        this.problems = problems;
        if (content instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> take(entry, keys));
        } else if (!YamlText.isNothing(content)) {
            problems.add(content, Message.of("settings.notMapping", keys.list()));
        }
    }

    private void take(NodeTuple entry, Keys keys) {
        String key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
        if (keys.planned().contains(key)) {
            problems.add(entry.getKeyNode(), Message.of("settings.unsupportedKey", key, keys.list()));
        } else if (!keys.supported().contains(key)) {
            problems.add(entry.getKeyNode(), unknown(key, keys));
        } else if (entries.putIfAbsent(key, entry) != null) {
            problems.add(entry.getKeyNode(), Message.of("settings.duplicateKey", key));
        } else if (!PLAIN.contains(entry.getValueNode().getTag())) {
            problems.add(entry.getValueNode(), Message.of("settings.tag", key));
        }
    }

    private static Message unknown(String key, Keys keys) {
        return keys.nearest(key)
                .map(nearest -> Message.of("settings.unknownKeyMeant", Quoted.of(key), nearest))
                .orElseGet(() -> Message.of("settings.unknownKey", Quoted.of(key), keys.list()));
    }

    Optional<NodeTuple> find(String key) {
        return Optional.ofNullable(entries.get(key));
    }

    /** Notes each key that is there and means nothing in a section of this type. */
    void allowOnly(Keys keys, String type) {
        entries.forEach((key, entry) -> {
            if (!keys.supported().contains(key)) {
                problems.add(entry.getKeyNode(), Message.of("settings.keyOfOtherType", key, type, keys.list()));
            }
        });
    }
}
