package org.priorfetch.app.today;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import javafx.beans.property.ObjectProperty;

/** The reading lists that somebody has saved. A name stands for one of them. */
final class SavedLists {

    private final ObjectProperty<TodayProfile> profile;

    SavedLists(ObjectProperty<TodayProfile> profile) {
        this.profile = profile;
    }

    List<ReadingList> all() {
        return profile.get().saved();
    }

    /** Replaces the one of that name, or adds it. */
    void save(ReadingList list) {
        change(lists -> {
            int place = place(list.name());
            if (place < 0) {
                lists.add(list);
            } else {
                lists.set(place, list);
            }
            return lists;
        });
    }

    void rename(String name, String newName) {
        change(lists -> {
            lists.removeIf(list -> list.name().equals(newName) && !newName.equals(name));
            lists.replaceAll(list -> list.name().equals(name) ? list.named(newName) : list);
            return lists;
        });
    }

    /** Answers the way back. */
    Runnable delete(String name) {
        int place = place(name);
        if (place < 0) {
            return () -> {};
        }
        ReadingList deleted = all().get(place);
        change(lists -> {
            lists.remove(place);
            return lists;
        });
        return () -> bringBack(deleted, place);
    }

    /** What was done to the others since stays; one that took the name meanwhile keeps it. */
    private void bringBack(ReadingList list, int place) {
        if (place(list.name()) < 0) {
            change(lists -> {
                lists.add(Math.min(place, lists.size()), list);
                return lists;
            });
        }
    }

    private int place(String name) {
        return all().stream().map(ReadingList::name).toList().indexOf(name);
    }

    private void change(UnaryOperator<List<ReadingList>> change) {
        profile.set(profile.get().with(change.apply(new ArrayList<>(all()))));
    }
}
