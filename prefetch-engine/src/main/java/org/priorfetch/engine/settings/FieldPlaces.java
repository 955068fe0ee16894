package org.priorfetch.engine.settings;

import java.util.ArrayList;
import java.util.List;

import org.priorfetch.engine.model.SiteProblem;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Tells which field of a form a place in the file belongs to. */
final class FieldPlaces {

    private static final String MISSING = "settings.missingKey";

    private record Place(int line, int column, String field, boolean section) {}

    private final List<Place> places = new ArrayList<>();

    FieldPlaces(YamlText text) {
        text.root().ifPresent(root -> walk(root, ""));
    }

    List<SiteProblem> problems(List<SettingsProblem> problems) {
        return problems.stream().map(this::problem).toList();
    }

    private SiteProblem problem(SettingsProblem problem) {
        return new SiteProblem(field(problem), problem.line(), problem.column(), problem.message());
    }

    /** A missing key is told at the section that it belongs in, a missing section at the beginning. */
    private String field(SettingsProblem problem) {
        boolean missing = problem.message().key().equals(MISSING);
        if (missing && Keys.ROOT.supported().contains(problem.message().args().getFirst())) {
            return problem.message().args().getFirst();
        }
        String found = places.stream()
                .filter(place -> place.line() == problem.line() && place.column() == problem.column())
                .filter(place -> !missing || place.section())
                .reduce((_, deeper) -> deeper)
                .map(Place::field)
                .orElse("");
        return missing ? below(found, problem.message().args().getFirst()) : found;
    }

    private void walk(Node node, String field) {
        switch (node) {
            case MappingNode mapping -> {
                note(mapping, field, true);
                mapping.getValue().forEach(entry -> walk(entry, field));
            }
            case SequenceNode sequence -> {
                note(sequence, field, true);
                for (int index = 0; index < sequence.getValue().size(); index++) {
                    walk(sequence.getValue().get(index), below(field, String.valueOf(index)));
                }
            }
            default -> note(node, field, false);
        }
    }

    private void walk(NodeTuple entry, String field) {
        if (entry.getKeyNode() instanceof ScalarNode key) {
            String name = below(field, key.getValue());
            note(key, name, !(entry.getValueNode() instanceof ScalarNode scalar) || scalar.getValue().isEmpty());
            walk(entry.getValueNode(), name);
        }
    }

    private void note(Node node, String field, boolean section) {
        places.add(new Place(node.getStartMark().getLine() + 1, node.getStartMark().getColumn() + 1, field, section));
    }

    private static String below(String field, String key) {
        return field.isEmpty() ? key : field + "." + key;
    }
}
