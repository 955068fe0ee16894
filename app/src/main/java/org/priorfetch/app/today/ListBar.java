package org.priorfetch.app.today;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.util.StringConverter;

import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.textfield.CustomTextField;
import org.controlsfx.control.textfield.TextFields;
import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.LineTable;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.model.ReadinessVerdict;

/** Which appointments are listed, and how: reading lists, search, filters, groups, columns. */
final class ListBar extends FlowPane {

    private static final double BESIDE_THE_PROMPT = 72;

    private final TodayLists lists;
    private final Texts texts;
    private final CustomTextField search = (CustomTextField) TextFields.createClearableTextField();
    private final CheckComboBox<String> modalities = new CheckComboBox<>();
    private final CheckComboBox<ReadinessVerdict> verdicts = new CheckComboBox<>();
    private final CheckBox mine = new CheckBox();
    private boolean showing;

    ListBar(TodayLists lists, LineTable<TodayItem, TodayLine> table, Workplace workplace) {
        this.lists = lists;
        this.texts = workplace.texts();
        getStyleClass().add("list-bar");
        setUpSearch(workplace);
        verdicts.getItems().setAll(TodayOrder.GROUPS);
        verdicts.setConverter(words());
        setUp(modalities, "filter-modality", "today.filter.modality",
                () -> change(lists.listProperty().get().ofModalities(modalities.getCheckModel().getCheckedItems())));
        setUp(verdicts, "filter-verdict", "today.filter.verdict",
                () -> change(lists.listProperty().get().ofVerdicts(verdicts.getCheckModel().getCheckedItems())));
        mine.setId("filter-mine");
        mine.setText(texts.get("today.filter.mine"));
        mine.setOnAction(_ -> change(lists.listProperty().get().ofMine(mine.isSelected())));
        getChildren().addAll(new ReadingListMenu(lists, workplace), search, modalities, verdicts, mine, grouping(),
                columns(table));
        lists.listProperty().subscribe(this::show);
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }

    /** Offers the modalities that there are now; those that are chosen stay. */
    void offerWhatThereIs() {
        List<String> offered = Stream
                .concat(lists.modalities().stream(), lists.listProperty().get().modalities().stream())
                .distinct()
                .sorted()
                .toList();
        if (!offered.equals(modalities.getItems())) {
            showing = true;
            modalities.getItems().setAll(offered);
            showing = false;
            show(lists.listProperty().get());
        }
        mine.setDisable(!lists.knowsMe());
    }

    private void setUpSearch(Workplace workplace) {
        Label icon = new Label();
        Icons.SEARCH.on(icon, 0.8);
        search.setLeft(icon);
        search.setId("list-search");
        search.setPromptText(texts.get("today.search"));
        search.setAccessibleText(texts.get("today.search"));
        search.setPrefWidth(workplace.appearance().widthOf(List.of(search.getPromptText()))
                + workplace.appearance().px(BESIDE_THE_PROMPT));
        search.textProperty().subscribe((_, text) -> lists.listProperty().set(lists.listProperty().get().saying(text)));
    }

    private <T> void setUp(CheckComboBox<T> box, String id, String titleKey, Runnable changed) {
        box.setId(id);
        box.setTitle(texts.get(titleKey));
        box.setAccessibleText(texts.get(titleKey));
        box.getCheckModel().getCheckedItems().addListener((ListChangeListener<T>) _ -> {
            if (!showing) {
                changed.run();
            }
        });
    }

    private ToggleButton grouping() {
        ToggleButton button = new ToggleButton(texts.get("today.group.by"));
        button.setId("group");
        Icons.GROUP.on(button, 0.8);
        button.setSelected(lists.profileProperty().get().grouped());
        button.setOnAction(_ -> lists.profileProperty()
                .set(lists.profileProperty().get().groupedBy(button.isSelected())));
        lists.profileProperty().subscribe(profile -> button.setSelected(profile.grouped()));
        return button;
    }

    private MenuButton columns(LineTable<TodayItem, TodayLine> table) {
        MenuButton button = new MenuButton(texts.get("today.columns"));
        button.setId("columns");
        Icons.COLUMNS.on(button, 0.8);
        button.setOnShowing(_ -> button.getItems().setAll(table.columnItems()));
        button.getItems().setAll(table.columnItems());
        return button;
    }

    private void change(ReadingList list) {
        if (!showing) {
            lists.listProperty().set(list);
        }
    }

    private void show(ReadingList list) {
        showing = true;
        if (!search.getText().equals(list.text())) {
            search.setText(list.text());
        }
        check(modalities, list.modalities());
        check(verdicts, list.verdicts());
        mine.setSelected(list.mine());
        mine.setTooltip(new Tooltip(texts.get(lists.knowsMe() ? "today.filter.mine" : "today.whyNot.mine")));
        showing = false;
    }

    private static <T> void check(CheckComboBox<T> box, Collection<T> wanted) {
        for (T item : box.getItems()) {
            boolean checked = wanted.contains(item);
            if (box.getCheckModel().isChecked(item) != checked) {
                if (checked) {
                    box.getCheckModel().check(item);
                } else {
                    box.getCheckModel().clearCheck(item);
                }
            }
        }
    }

    private StringConverter<ReadinessVerdict> words() {
        return new StringConverter<>() {

            @Override
            public String toString(ReadinessVerdict verdict) {
                return texts.get("today.verdict", verdict);
            }

            @Override
            public ReadinessVerdict fromString(String words) {
                throw new UnsupportedOperationException("verdicts are chosen, not written");
            }
        };
    }
}
