package org.priorfetch.app.today;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

import org.priorfetch.app.controls.Folding;
import org.priorfetch.app.profile.Person;
import org.priorfetch.app.screen.Workplace;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.ReadinessVerdict;

/** The reading lists: the one that is shown, those that are offered, and how its rows stand together. */
final class TodayLists {

    private final Haystacks haystacks;
    private final ObjectProperty<Person> person;
    private final ObjectProperty<TodayProfile> profile;
    private final SavedLists saved;
    private final ObjectProperty<ReadingList> list = new SimpleObjectProperty<>(ReadingList.ALL);
    private List<AppointmentView> all = List.of();

    TodayLists(Workplace workplace) {
        haystacks = new Haystacks(workplace.privacy());
        person = following(workplace.profile().section(Person.SECTION, Person.class, Person.UNKNOWN));
        profile = following(
                workplace.profile().section(TodayProfile.SECTION, TodayProfile.class, TodayProfile.INITIAL));
        saved = new SavedLists(profile);
    }

    /** One of the screen's own, because the profile outlives it: two properties bound so do not hold each other. */
    private static <T> ObjectProperty<T> following(ObjectProperty<T> section) {
        ObjectProperty<T> own = new SimpleObjectProperty<>();
        own.bindBidirectional(section);
        return own;
    }

    void take(List<AppointmentView> appointments) {
        all = appointments;
        haystacks.keepOnly(appointments);
    }

    List<AppointmentView> all() {
        return all;
    }

    /** The rows of the list that is shown. */
    List<TodayItem> items() {
        ReadingList now = list.get();
        List<String> me = me();
        List<String> words = Folding.words(now.text());
        List<AppointmentView> wanted = now.isAll()
                ? all
                : all.stream().filter(view -> now.admits(view, me) && haystacks.says(view, words)).toList();
        return TodayItems.of(wanted, profile.get());
    }

    /** Calls whenever other rows are wanted. */
    void whenChanged(Runnable action) {
        list.subscribe(action);
        profile.subscribe(action);
        person.subscribe(action);
    }

    ObjectProperty<ReadingList> listProperty() {
        return list;
    }

    ObjectProperty<TodayProfile> profileProperty() {
        return profile;
    }

    SavedLists saved() {
        return saved;
    }

    /** Whether the program knows who sits here, and so what is theirs. */
    boolean knowsMe() {
        return !me().isEmpty();
    }

    SortedSet<String> modalities() {
        return all.stream()
                .flatMap(view -> view.modalities().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether any appointment says where it takes place. */
    boolean tellSections() {
        return all.stream().anyMatch(view -> !view.section().isEmpty());
    }

    SortedSet<String> sections() {
        return all.stream()
                .map(AppointmentView::section)
                .filter(section -> !section.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How many appointments a list shows, whatever its text. */
    int count(ReadingList wanted) {
        List<String> me = me();
        return (int) all.stream().filter(view -> wanted.admits(view, me)).count();
    }

    /** Shows only the head of a group, or the whole group again. */
    void fold(ReadinessVerdict verdict) {
        TodayProfile now = profile.get();
        profile.set(now.folding(verdict, !now.folded().contains(verdict)));
    }

    void showEverything() {
        list.set(ReadingList.ALL);
        profile.set(profile.get().groupedBy(false));
    }

    private List<String> me() {
        return Folding.words(person.get().name());
    }
}
