package org.priorfetch.engine.settings;

import java.util.ArrayList;
import java.util.List;

import org.priorfetch.engine.model.Message;
import org.yaml.snakeyaml.nodes.Node;

/** Collects what is wrong, so that everything is told in one go. */
final class Problems {

    private final List<SettingsProblem> found = new ArrayList<>();

    void add(Node where, Message message) {
        found.add(new SettingsProblem(where.getStartMark().getLine() + 1, where.getStartMark().getColumn() + 1,
                message));
    }

    boolean none() {
        return found.isEmpty();
    }

    List<SettingsProblem> sorted() {
        return found.stream().sorted(SettingsProblem.BY_PLACE).toList();
    }
}
