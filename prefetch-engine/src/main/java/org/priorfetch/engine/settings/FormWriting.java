package org.priorfetch.engine.settings;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.priorfetch.engine.model.SiteForm;
import org.priorfetch.engine.model.SiteSection;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** Changes a text until a form read from it is the wanted one. Changes nothing else. */
final class FormWriting {

    /** Between the key of a section within a section and a key there. */
    static final String WITHIN = ".";

    private static final Comparator<SiteSection> AS_IN_THE_FILE = Comparator
            .comparingInt(section -> section.place() == SiteSection.NEW ? Integer.MAX_VALUE : section.place());

    static final String PROCEDURES = "procedures";

    private static final String EXCLUDE = "exclude";

    private YamlText text;

    private FormWriting(YamlText text) {
        this.text = text;
    }

    static YamlText write(YamlText text, SiteForm wanted) throws YamlDocument.SyntaxException {
        FormWriting writing = new FormWriting(text);
        SiteForm there = FormReading.of(text);
        writing.section("self", Keys.SELF, there.self(), wanted.self());
        writing.section("pacs", Keys.PACS, there.pacs(), wanted.pacs());
        writing.list("worklists", Keys.WORKLIST, there.worklists(), wanted.worklists());
        writing.list("sources", Keys.SOURCE, there.sources(), wanted.sources());
        if (wanted.sources().isEmpty() && writing.node("sources") == null) {
            writing.text = writing.text.emptyList("sources");
        }
        writing.section("relevance", Keys.RELEVANCE, there.relevance(), wanted.relevance());
        writing.exclude(there.exclude(), tidy(wanted.exclude()));
        writing.procedures(there.procedures(), wanted.procedures());
        return writing.text;
    }

    /** As the file will have it: what was there in its order, then what is new; counted anew. */
    static SiteForm inOrder(SiteForm form) {
        return new SiteForm(at(0, form.self()), tidy("pacs", at(0, form.pacs())),
                inOrder("worklists", form.worklists()), inOrder("sources", form.sources()), at(0, form.relevance()),
                tidy(form.exclude()), tidy(PROCEDURES, at(0, form.procedures())));
    }

    private static SiteSection tidy(SiteSection exclude) {
        SiteSection tidy = at(0, exclude);
        for (ListedValue list : ListedValue.values()) {
            tidy = tidy.with(list.key(), list.tidy(exclude.get(list.key())));
        }
        return tidy;
    }

    private static SiteSection tidy(String name, SiteSection section) {
        SiteSection tidy = section;
        for (Map.Entry<String, String> value : section.values().entrySet()) {
            Optional<StructuredValue> type = StructuredValues.of(name, value.getKey());
            if (type.isPresent()) {
                tidy = tidy.with(value.getKey(), type.get().tidy(value.getValue()));
            }
        }
        return tidy;
    }

    private static List<SiteSection> inOrder(String name, List<SiteSection> sections) {
        List<SiteSection> sorted = sections.stream().sorted(AS_IN_THE_FILE).toList();
        return Stream.iterate(0, place -> place + 1)
                .limit(sorted.size())
                .map(place -> tidy(name, at(place, sorted.get(place))))
                .toList();
    }

    private static SiteSection at(int place, SiteSection section) {
        return new SiteSection(place, section.values());
    }

    private void section(String name, Keys keys, SiteSection there, SiteSection wanted)
            throws YamlDocument.SyntaxException {
        if (there.values().equals(wanted.values())) {
            return;
        }
        if (node(name) instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
            change(name, () -> Objects.requireNonNull(node(name)), keys, there, wanted);
        } else {
            SiteSection plain = plain(name, wanted);
            text = text.section(name, ordered(keys, plain));
            change(name, () -> Objects.requireNonNull(node(name)), keys, plain, wanted);
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
            text = text.remove(text.root().orElseThrow(), EXCLUDE);
            return;
        }
        if (!(node(EXCLUDE) instanceof MappingNode)) {
            text = text.section(EXCLUDE, Map.of());
        }
        for (ListedValue list : ListedValue.values()) {
            String value = wanted.get(list.key());
            if (value.equals(there.get(list.key()))) {
                continue;
            }
            Node section = Objects.requireNonNull(node(EXCLUDE));
            text = value.isEmpty() ? text.remove(section, list.key())
                    : text.put(section, list.key(), list.yaml(value));
        }
    }

    private void procedures(SiteSection there, SiteSection wanted) throws YamlDocument.SyntaxException {
        if (!there.values().equals(wanted.values())) {
            change(PROCEDURES, () -> text.root().orElseThrow(), Keys.ROOT, there, wanted);
        }
    }

    private @Nullable Node node(String name) {
        return YamlText.entry(text.root().orElse(null), name).map(NodeTuple::getValueNode).orElse(null);
    }

    private void list(String name, Keys keys, List<SiteSection> there, List<SiteSection> wanted)
            throws YamlDocument.SyntaxException {
        Set<Integer> kept = wanted.stream().map(SiteSection::place).collect(Collectors.toSet());
        for (SiteSection old : there.reversed()) {
            if (!kept.contains(old.place())) {
                text = text.removeItem(name, old.place());
            }
        }
        int place = 0;
        for (SiteSection section : wanted.stream().sorted(AS_IN_THE_FILE).toList()) {
            if (section.place() == SiteSection.NEW) {
                SiteSection plain = plain(name, section);
                text = text.add(name, ordered(keys, plain));
                change(name, () -> text.items(name).getLast(), keys, plain, section);
            } else {
                int now = place;
                change(name, () -> text.items(name).get(now), keys, there.get(section.place()), section);
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
        String yaml = structured.map(type -> type.yaml(value, text.newLine())).orElseGet(() -> Scalars.render(value));
        int dot = key.indexOf(WITHIN);
        if (dot < 0) {
            put(section, key, yaml, structured.isPresent());
            return;
        }
        String outer = key.substring(0, dot);
        String inner = key.substring(dot + 1);
        if (within(section, outer) instanceof MappingNode mapping && !mapping.getValue().isEmpty()) {
            put(mapping, inner, yaml, structured.isPresent());
        } else {
            text = text.put(section, outer, "{" + inner + ": " + yaml + "}");
        }
    }

    /** What stands in several lines begins in that of its key, or it would have to be indented. */
    private void put(Node section, String key, String yaml, boolean structured) throws YamlDocument.SyntaxException {
        text = structured ? text.putBeside(section, key, yaml) : text.put(section, key, yaml);
    }

    /** A section within goes with its last value. */
    private void remove(Node section, String key) throws YamlDocument.SyntaxException {
        int dot = key.indexOf(WITHIN);
        if (dot < 0) {
            text = text.remove(section, key);
        } else if (within(section, key.substring(0, dot)) instanceof MappingNode mapping
                && mapping.getValue().size() > 1) {
            text = text.remove(mapping, key.substring(dot + 1));
        } else {
            text = text.remove(section, key.substring(0, dot));
        }
    }

    private static @Nullable Node within(Node section, String key) {
        return YamlText.entry(section, key).map(NodeTuple::getValueNode).orElse(null);
    }

    private static Map<String, String> ordered(Keys keys, SiteSection section) {
        Map<String, String> ordered = new LinkedHashMap<>();
        Stream.concat(keys.supported().stream(), section.values().keySet().stream())
                .filter(section.values()::containsKey)
                .forEach(key -> ordered.putIfAbsent(key, section.get(key)));
        return ordered;
    }
}
