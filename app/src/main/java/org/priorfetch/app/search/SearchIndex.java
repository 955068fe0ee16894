package org.priorfetch.app.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.priorfetch.app.controls.Folding;

/** All that can be gone to or done now. */
record SearchIndex(List<Hit> all) {

    private static final int OF_A_GROUP = 6;

    private record Scored(Hit hit, int closeness) {}

    SearchIndex {
        all = List.copyOf(all);
    }

    /** The hits, by group, the closest first; nothing while nothing is asked. */
    List<Hit> find(String question) {
        List<String> wanted = Folding.words(question);
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<Hit.Group, List<Scored>> found = new EnumMap<>(Hit.Group.class);
        for (Hit hit : all) {
            int closeness = Closeness.of(wanted, hit.words());
            if (closeness != Closeness.NONE) {
                found.computeIfAbsent(hit.group(), _ -> new ArrayList<>()).add(new Scored(hit, closeness));
            }
        }
        return found.values()
                .stream()
                .flatMap(group -> group.stream()
                        .sorted(Comparator.comparingInt(Scored::closeness).reversed())
                        .limit(OF_A_GROUP))
                .map(Scored::hit)
                .toList();
    }
}
