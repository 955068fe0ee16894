package org.priorfetch.engine.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Changes a text until a form read from it is the wanted one. Changes nothing else. */
final class FormWriting {

    /** Between the key of a section within a section and a key there. */
    static final String WITHIN = ".";

    private static final String EXCLUDE = "exclude";

    private final YamlEditor editor;

    private FormWriting(YamlText text) {
        editor = new YamlEditor(text);
    }

    static YamlText write(YamlText text, SiteForm wanted) throws YamlDocument.SyntaxException {
        FormWriting writing = new FormWriting(text);
        SiteForm there = FormReading.of(text);
        writing.section("self", Keys.SELF, there.self(), wanted.self());
        writing.section("pacs", Keys.PACS, there.pacs(), wanted.pacs());
        writing.list("worklists", Keys.WORKLIST, there.worklists(), wanted.worklists());
        writing.list("sources", Keys.SOURCE, there.sources(), wanted.sources());
        if (wanted.sources().isEmpty() && writing.node("sources").isEmpty()) {
            writing.editor.emptyList("sources");
        }
        writing.section("relevance", Keys.RELEVANCE, there.relevance(), wanted.relevance());
        writing.exclude(there.exclude(), TidyForm.exclude(wanted.exclude()));
        writing.procedures(there.procedures(), wanted.procedures());
        return writing.editor.text();
    }

    private void section(String name, Keys keys, SiteSection there, SiteSection wanted)
            throws YamlDocument.SyntaxException {
        if (there.values().equals(wanted.values())) {
            return;
        }
        if (node(name).orElse(null) instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
            change(name, () -> node(name).orElseThrow(), keys, there, wanted);
        } else {
            SiteSection plain = plain(name, wanted);
            editor.section(name, ordered(keys, plain));
            change(name, () -> node(name).orElseThrow(), keys, plain, wanted);
        }
    }

    /** Without the sections and lists within. */
    private static SiteSection plain(String name, SiteSection section) {
        return new SiteSection(section.place(), section.values()
                .entrySet()
                .stream()
                .filter(value -> !value.getKey().contains(WITHIN))
                .filter(value -> StructuredValues.of(name, value.getKey()).isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private void exclude(SiteSection there, SiteSection wanted) throws YamlDocument.SyntaxException {
        if (there.values().equals(wanted.values())) {
            return;
        }
        if (wanted.values().isEmpty()) {
            editor.remove(editor.text().root().orElseThrow(), EXCLUDE);
            return;
        }
        if (!(node(EXCLUDE).orElse(null) instanceof MappingNode)) {
            editor.section(EXCLUDE, Map.of());
        }
        for (ListedValue list : ListedValue.values()) {
            String value = wanted.get(list.key());
            if (value.equals(there.get(list.key()))) {
                continue;
            }
            Node section = node(EXCLUDE).orElseThrow();
            if (value.isEmpty()) {
                editor.remove(section, list.key());
            } else {
                editor.put(section, list.key(), list.yaml(value));
            }
        }
    }

    private void procedures(SiteSection there, SiteSection wanted) throws YamlDocument.SyntaxException {
        if (!there.values().equals(wanted.values())) {
            change(TidyForm.PROCEDURES, () -> editor.text().root().orElseThrow(), Keys.ROOT, there, wanted);
        }
    }

    private Optional<Node> node(String name) {
        return editor.text().value(name);
    }

    private void list(String name, Keys keys, List<SiteSection> there, List<SiteSection> wanted)
            throws YamlDocument.SyntaxException {
        Set<Integer> kept = wanted.stream().map(SiteSection::place).collect(Collectors.toSet());
        for (SiteSection old : there.reversed()) {
            if (!kept.contains(old.place())) {
                editor.removeItem(name, old.place());
            }
        }
        int place = 0;
        for (SiteSection section : wanted.stream().sorted(TidyForm.AS_IN_THE_FILE).toList()) {
            if (section.place() == SiteSection.NEW) {
                SiteSection plain = plain(name, section);
                editor.add(name, ordered(keys, plain));
                change(name, () -> editor.text().items(name).getLast(), keys, plain, section);
            } else {
                int now = place;
                change(name, () -> editor.text().items(name).get(now), keys, there.get(section.place()), section);
            }
            place++;
        }
    }

    private interface Spot {

        Node node();
    }

    /** One value after the other: each change moves the places of the others. */
    private void change(String name, Spot spot, Keys keys, SiteSection there, SiteSection wanted)
            throws YamlDocument.SyntaxException {
        for (Map.Entry<String, String> value : ordered(keys, wanted).entrySet()) {
            if (!value.getValue().equals(there.values().get(value.getKey()))) {
                set(name, spot.node(), value.getKey(), value.getValue());
            }
        }
        Set<String> gone = new TreeSet<>(there.values().keySet());
        gone.removeAll(wanted.values().keySet());
        for (String key : gone) {
            remove(spot.node(), key);
        }
    }

    private void set(String name, Node section, String key, String value) throws YamlDocument.SyntaxException {
        Optional<StructuredValue> structured = StructuredValues.of(name, key);
        String yaml = structured.map(type -> type.yaml(value, editor.text().newLine()))
                .orElseGet(() -> Scalars.render(value));
        int dot = key.indexOf(WITHIN);
        if (dot < 0) {
            put(section, key, yaml, structured.isPresent());
            return;
        }
        String outer = key.substring(0, dot);
        String inner = key.substring(dot + 1);
        if (YamlText.value(section, outer).orElse(null) instanceof MappingNode mapping
                && !mapping.getValue().isEmpty()) {
            put(mapping, inner, yaml, structured.isPresent());
        } else {
            editor.put(section, outer, "{" + inner + ": " + yaml + "}");
        }
    }

    /** What stands in several lines begins in that of its key, or it would have to be indented. */
    private void put(Node section, String key, String yaml, boolean structured) throws YamlDocument.SyntaxException {
        if (structured) {
            editor.putBeside(section, key, yaml);
        } else {
            editor.put(section, key, yaml);
        }
    }

    /** A section within goes with its last value. */
    private void remove(Node section, String key) throws YamlDocument.SyntaxException {
        int dot = key.indexOf(WITHIN);
        if (dot < 0) {
            editor.remove(section, key);
        } else if (YamlText.value(section, key.substring(0, dot)).orElse(null) instanceof MappingNode mapping
                && mapping.getValue().size() > 1) {
            editor.remove(mapping, key.substring(dot + 1));
        } else {
            editor.remove(section, key.substring(0, dot));
        }
    }

    private static Map<String, String> ordered(Keys keys, SiteSection section) {
        Map<String, String> ordered = new LinkedHashMap<>();
        Stream.concat(keys.supported().stream(), section.values().keySet().stream())
                .filter(section.values()::containsKey)
                .forEach(key -> ordered.putIfAbsent(key, section.get(key)));
        return ordered;
    }
}
