package org.priorfetch.app.today;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;

import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;

import org.priorfetch.app.controls.Icons;
import org.priorfetch.app.controls.Mark;
import org.priorfetch.app.controls.Notice;
import org.priorfetch.app.i18n.Texts;
import org.priorfetch.app.screen.Workplace;

/** Offers the reading lists with the number of their appointments, and saves the present filters as one. */
final class ReadingListMenu extends MenuButton {

    private final TodayLists lists;
    private final Texts texts;
    private final Workplace workplace;

    ReadingListMenu(TodayLists lists, Workplace workplace) {
        this.lists = lists;
        this.texts = workplace.texts();
        this.workplace = workplace;
        setId("reading-list");
        Icons.READING_LIST.on(this, 0.8);
        setOnShowing(_ -> getItems().setAll(items()));
        getItems().setAll(items());
        lists.listProperty().subscribe(list -> setText(title(list)));
    }

    private String title(ReadingList list) {
        if (!list.name().isEmpty()) {
            return list.name();
        }
        ReadingList silent = list.saying("");
        if (silent.isAll()) {
            return texts.get("today.list.all");
        }
        if (silent.equals(ReadingList.ALL.ofMine(true))) {
            return texts.get("today.list.mine");
        }
        if (silent.equals(ReadingList.ALL.ofSection(list.section()))) {
            return list.section();
        }
        return silent.equals(ReadingList.ALL.ofModalities(list.modalities()))
                ? String.join(", ", list.modalities())
                : texts.get("today.list.own");
    }

    private List<MenuItem> items() {
        List<MenuItem> items = new ArrayList<>();
        items.add(choice("list-all", texts.get("today.list.all"), ReadingList.ALL));
        MenuItem mine = choice("list-mine", texts.get("today.list.mine"), ReadingList.ALL.ofMine(true));
        if (!lists.knowsMe()) {
            mine.setText(texts.get("today.list.mine") + " – " + texts.get("today.whyNot.mine"));
            mine.setDisable(true);
        }
        items.add(mine);
        items.add(new SeparatorMenuItem());
        lists.modalities()
                .forEach(modality -> items.add(choice("list-" + modality, modality,
                        ReadingList.ALL.ofModalities(new TreeSet<>(List.of(modality))))));
        if (!lists.sections().isEmpty()) {
            items.add(new SeparatorMenuItem());
            lists.sections()
                    .forEach(section -> items.add(choice("list-" + section, section,
                            ReadingList.ALL.ofSection(section))));
        }
        addSaved(items);
        return items;
    }

    private void addSaved(List<MenuItem> items) {
        items.add(new SeparatorMenuItem());
        lists.saved().all().forEach(list -> items.add(choice("saved-" + list.name(), list.name(), list)));
        ReadingList now = lists.listProperty().get();
        boolean saved = !now.name().isEmpty();
        items.add(
                action("list-save", texts.get("today.list.save"), now.isAll(), () -> askName(now.name(), this::save)));
        items.add(action("list-rename", texts.get("today.list.rename"), !saved,
                () -> askName(now.name(), name -> rename(now, name))));
        items.add(action("list-delete", texts.get("today.list.delete"), !saved, () -> delete(now)));
    }

    private MenuItem choice(String id, String title, ReadingList list) {
        RadioMenuItem item = new RadioMenuItem(
                texts.get("today.list.counted", title, workplace.formats().count(lists.count(list))));
        item.setId(id);
        item.setSelected(list.equals(lists.listProperty().get()));
        item.setOnAction(_ -> lists.listProperty().set(list));
        return item;
    }

    private static MenuItem action(String id, String title, boolean disabled, Runnable action) {
        MenuItem item = new MenuItem(title);
        item.setId(id);
        item.setDisable(disabled);
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void askName(String present, Consumer<String> named) {
        NameQuestion.ask(this, texts.get("today.list.name"), present, texts.get("today.list.keep"), named);
    }

    private void save(String name) {
        ReadingList list = lists.listProperty().get().named(name);
        lists.saved().save(list);
        lists.listProperty().set(list);
    }

    private void rename(ReadingList list, String name) {
        lists.saved().rename(list.name(), name);
        lists.listProperty().set(list.named(name));
    }

    private void delete(ReadingList list) {
        Runnable back = lists.saved().delete(list.name());
        lists.listProperty().set(list.named(""));
        workplace.teller()
                .tell(new Notice(Mark.NONE, texts.get("today.list.deleted", list.name()), ""),
                        texts.get("today.undo"), () -> {
                            back.run();
                            lists.listProperty().set(list);
                        });
    }
}
