package org.priorfetch.app.fetch;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.TreeItem;
import org.jspecify.annotations.Nullable;
import org.priorfetch.app.i18n.Texts;

/** The results as a tree whose branches stay open when more answers arrive. Series are asked for when a study is opened. */
final class ResultTree {

    private final Results results;
    private final Texts texts;
    private final TreeItem<Hit> root = new TreeItem<>();
    private final Map<Object, TreeItem<Hit>> known = new HashMap<>();
    private final Map<TreeItem<Hit>, List<TreeItem<Hit>>> asFound = new HashMap<>();
    private @Nullable Comparator<TreeItem<Hit>> order;

    ResultTree(Results results, Texts texts) {
        this.results = results;
        this.texts = texts;
        results.groups().subscribe(this::show);
    }

    TreeItem<Hit> root() {
        return root;
    }

    /** Puts rows that stand under the same one into this order, also later; null for the one in which they were found. */
    void sort(@Nullable Comparator<TreeItem<Hit>> wanted) {
        order = wanted;
        arrange();
    }

    private void arrange() {
        asFound.forEach((parent, found) -> {
            List<TreeItem<Hit>> wanted = order == null ? found : found.stream().sorted(order).toList();
            if (!parent.getChildren().equals(wanted)) {
                parent.getChildren().setAll(wanted);
            }
        });
    }

    private void show(List<Findings.Group> groups) {
        if (groups.isEmpty()) {
            known.clear();
            asFound.clear();
        }
        asFound.put(root, groups.stream().map(this::patient).toList());
        arrange();
    }

    private TreeItem<Hit> patient(Findings.Group group) {
        TreeItem<Hit> item = known.computeIfAbsent(group.patient().key(), _ -> opened(group.patient()));
        item.setValue(group.patient());
        asFound.put(item, group.studies().stream().map(this::study).toList());
        return item;
    }

    private static TreeItem<Hit> opened(Hit patient) {
        TreeItem<Hit> item = new TreeItem<>(patient);
        item.setExpanded(true);
        return item;
    }

    private TreeItem<Hit> study(Hit.OfStudy study) {
        TreeItem<Hit> item = known.computeIfAbsent(study.key(), _ -> closed(study));
        item.setValue(study);
        return item;
    }

    private TreeItem<Hit> closed(Hit.OfStudy study) {
        TreeItem<Hit> item = new TreeItem<>(study);
        item.getChildren().add(new TreeItem<>(new Hit.Remark(study, texts.get("fetch.series.asking"))));
        item.expandedProperty().subscribe(expanded -> {
            if (expanded && item.getValue() instanceof Hit.OfStudy now && isUnlisted(item)) {
                results.listSeries(now, series -> {
                    asFound.put(item, series.stream().map(TreeItem::new).toList());
                    arrange();
                });
            }
        });
        return item;
    }

    private static boolean isUnlisted(TreeItem<Hit> study) {
        return study.getChildren().stream().allMatch(child -> child.getValue() instanceof Hit.Remark);
    }
}
