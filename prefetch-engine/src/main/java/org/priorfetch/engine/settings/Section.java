package org.priorfetch.engine.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.Message;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of the file. Takes values out of it by key and notes everything that is wrong with them. */
final class Section {

    private final Node place;
    private final SectionEntries entries;
    private final References references;
    private final Problems problems;

    /** @param place where a missing key is told */
    Section(Node place, Node content, Keys keys, References references, Problems problems) {
        this.place = place;
        this.references = references;
        this.problems = problems;
        entries = new SectionEntries(content, keys, problems);
    }

    boolean has(String key) {
        return entries.find(key).isPresent();
    }

    /** Where it stands. */
    Node place() {
        return place;
    }

    /** Notes each key that the section has and that means nothing in a section of this type. */
    void allowOnly(Keys keys, String type) {
        entries.allowOnly(keys, type);
    }

    /** Where the value stands, or the section where it is missing. */
    Node placeOf(String key) {
        return entries.find(key).map(NodeTuple::getValueNode).orElse(place);
    }

    <T> T required(String key, ValueType<T> type) {
        if (!has(key)) {
            problems.add(place, Message.of("settings.missingKey", key));
        }
        return optional(key, type, type.standIn());
    }

    <T> T optional(String key, ValueType<T> type, T preset) {
        return Optional.ofNullable(optional(key, type)).orElse(preset);
    }

    /** Null when it is missing or bad. */
    <T> @Nullable T optional(String key, ValueType<T> type) {
        return scalar(key).flatMap(node -> parse(key, node, type)).orElse(null);
    }

    /** A value that must not stand in the file itself, only a reference to it; null when it is missing or does. */
    @Nullable
    String secret(String key) {
        if (has(key) && placeOf(key) instanceof ScalarNode node && !YamlText.isNothing(node)
                && !References.isReference(node)) {
            problem(key, Message.of("settings.secretInFile", key));
            return null;
        }
        return scalar(key).flatMap(references::resolve).orElse(null);
    }

    /** One word, or a list of them; none when it is missing. */
    <T> List<T> words(String key, ValueType<T> type) {
        if (!(placeOf(key) instanceof SequenceNode list) || !has(key)) {
            T only = optional(key, type);
            return only == null ? List.of() : List.of(only);
        }
        List<T> words = new ArrayList<>();
        for (Node node : list.getValue()) {
            if (node instanceof ScalarNode word && !YamlText.isNothing(word)) {
                parse(key, word, type).ifPresent(words::add);
            } else {
                problems.add(node, Message.of("settings.notScalar", key));
            }
        }
        return words;
    }

    <T> Optional<T> parse(String key, ScalarNode node, ValueType<T> type) {
        Optional<String> text = references.resolve(node);
        Optional<T> value = text.flatMap(type.parser());
        if (text.isPresent() && value.isEmpty()) {
            problems.add(node, type.problem().of(key, Quoted.of(node.getValue())));
        }
        return value;
    }

    /** The word that was chosen, the preset when there is none; empty when it is not supported, which is noted. */
    Optional<String> choice(String key, Choice choice) {
        if (!has(key)) {
            return Optional.of(choice.preset());
        }
        Optional<ScalarNode> node = scalar(key);
        Optional<String> word = node.flatMap(references::resolve);
        if (word.isPresent() && !choice.supported().contains(word.get())) {
            problems.add(node.orElseThrow(), choice.planned().contains(word.get())
                    ? Message.of("settings.unsupportedValue", key, word.get(), choice.list())
                    : Message.of("settings.badChoice", key, Quoted.of(node.get().getValue()), choice.list()));
        }
        return word.filter(choice.supported()::contains);
    }

    private Optional<ScalarNode> scalar(String key) {
        NodeTuple entry = entries.find(key).orElse(null);
        if (entry == null) {
            return Optional.empty();
        }
        if (YamlText.isNothing(entry.getValueNode())) {
            problems.add(entry.getKeyNode(), Message.of("settings.empty", key));
            return Optional.empty();
        }
        if (entry.getValueNode() instanceof ScalarNode scalar) {
            return Optional.of(scalar);
        }
        problems.add(entry.getValueNode(), Message.of("settings.notScalar", key));
        return Optional.empty();
    }

    /** The section under the key; noted when it is missing. */
    Optional<Section> requiredSection(String key, Keys keys) {
        if (!has(key)) {
            problems.add(place, Message.of("settings.missingKey", key));
        }
        return section(key, keys);
    }

    Optional<Section> section(String key, Keys keys) {
        return entries.find(key)
                .map(entry -> new Section(entry.getKeyNode(), entry.getValueNode(), keys, references, problems));
    }

    /** The sections of the list under the key. */
    List<Section> sections(String key, Keys keys) {
        Node list = has(key) ? placeOf(key) : null;
        if (list instanceof SequenceNode sequence) {
            return sequence.getValue()
                    .stream()
                    .map(item -> new Section(item, item, keys, references, problems))
                    .toList();
        }
        if (list != null && !YamlText.isNothing(list)) {
            problems.add(list, Message.of("settings.notList", key));
        }
        return List.of();
    }

    void problem(Node where, Message message) {
        problems.add(where, message);
    }

    void problem(String key, Message message) {
        problems.add(placeOf(key), message);
    }
}
