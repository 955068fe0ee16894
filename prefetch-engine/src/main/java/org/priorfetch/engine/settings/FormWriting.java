package org.priorfetch.engine.settings;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    private static final Comparator<SiteSection> AS_IN_THE_FILE = Comparator
            .comparingInt(section -> section.place() == SiteSection.NEW ? Integer.MAX_VALUE : section.place());

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
        return writing.text;
    }

    /** As the file will have it: what was there in its order, then what is new; counted anew. */
    static SiteForm inOrder(SiteForm form) {
        return new SiteForm(at(0, form.self()), at(0, form.pacs()), inOrder(form.worklists()),
                inOrder(form.sources()), at(0, form.relevance()));
    }

    private static List<SiteSection> inOrder(List<SiteSection> sections) {
        List<SiteSection> sorted = sections.stream().sorted(AS_IN_THE_FILE).toList();
        return Stream.iterate(0, place -> place + 1)
                .limit(sorted.size())
                .map(place -> at(place, sorted.get(place)))
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
            change(() -> Objects.requireNonNull(node(name)), keys, there, wanted);
        } else {
            text = text.section(name, ordered(keys, wanted));
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
                text = text.add(name, ordered(keys, section));
            } else {
                int now = place;
                change(() -> text.items(name).get(now), keys, there.get(section.place()), section);
            }
            place++;
        }
    }

    private interface Spot {

        Node node();
    }

    /** One value after the other: each change moves the places of the others. */
    private void change(Spot spot, Keys keys, SiteSection there, SiteSection wanted)
            throws YamlDocument.SyntaxException {
        for (Map.Entry<String, String> value : ordered(keys, wanted).entrySet()) {
            if (!value.getValue().equals(there.values().get(value.getKey()))) {
                text = text.set(spot.node(), value.getKey(), value.getValue());
            }
        }
        Set<String> gone = new TreeSet<>(there.values().keySet());
        gone.removeAll(wanted.values().keySet());
        for (String key : gone) {
            text = text.remove(spot.node(), key);
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
