package org.priorfetch.app.today;

import static org.assertj.core.api.Assertions.assertThat;
import static org.priorfetch.app.testing.Appointments.appointment;
import static org.priorfetch.app.testing.Appointments.at;
import static org.priorfetch.app.testing.Appointments.pinned;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.priorfetch.app.bridge.Row;
import org.priorfetch.app.profile.Person;
import org.priorfetch.app.testing.Snapshots;
import org.priorfetch.app.testing.Workbench;
import org.priorfetch.engine.api.AppointmentView;
import org.priorfetch.engine.model.ReadinessVerdict;

class TodayListsTest {

    private final Workbench bench = new Workbench();
    private final TodayModel model = new TodayModel(bench.workplace());
    private final TodayLists lists = model.lists();

    @BeforeEach
    void fill() {
        model.show(Snapshots.of(
                at(appointment("A1", "Müller^Karl", "CT", "CT Thorax", 10, ReadinessVerdict.READY, null), "House 3",
                        "Lang^Eva^^Dr."),
                at(appointment("A2", "Öztürk^Aylin", "MR", "MR Knie", 20, ReadinessVerdict.HELD, null), "House 3", ""),
                at(appointment("A3", "Nowak^Zofia", "CT+PT", "PET/CT", 30, ReadinessVerdict.FAILED, null), "House 1",
                        "Kurz^Jan"),
                pinned(appointment("A4", "Weber^Lena", "DX", "Hand", 40, ReadinessVerdict.READY, null))));
    }

    private List<String> shown() {
        return model.rows().stream().map(row -> row.value().key()).toList();
    }

    private List<String> inOrder() {
        List<Row<TodayItem, TodayLine>> rows = new ArrayList<>(model.rows());
        rows.sort(new TodayOrder(lists.profileProperty().get().grouped()).within(null));
        return rows.stream().map(row -> row.value().key()).toList();
    }

    private void show(ReadingList list) {
        lists.listProperty().set(list);
    }

    @Test
    void everythingIsShownAtFirst() {
        assertThat(shown()).containsExactly("A1", "A2", "A3", "A4");
    }

    @Test
    void aListHoldsWhatHasOneOfItsModalities() {
        show(ReadingList.ALL.ofModalities(Set.of("PT", "MR")));
        assertThat(shown()).containsExactly("A2", "A3");
    }

    @Test
    void aListHoldsOneSection() {
        show(ReadingList.ALL.ofSection("House 3"));
        assertThat(shown()).containsExactly("A1", "A2");
    }

    @Test
    void aListHoldsVerdicts() {
        show(ReadingList.ALL.ofVerdicts(Set.of(ReadinessVerdict.FAILED, ReadinessVerdict.HELD)));
        assertThat(shown()).containsExactly("A2", "A3");
    }

    @ParameterizedTest
    @CsvSource({"muller, A1", "MUELLER karl, A1", "ozturk, A2", "thorax, A1", "a3, A3", "nowak pet, A3", "pt, A3"})
    void theSearchFindsWhatARowSays(String text, String found) {
        show(ReadingList.ALL.saying(text));
        assertThat(shown()).containsExactly(found);
    }

    @Test
    void whileNamesAreHiddenTheyCannotBeSearched() {
        bench.privacy().hide();
        show(ReadingList.ALL.saying("Müller"));
        assertThat(shown()).isEmpty();
        assertThat(model.noticeProperty().get().title()).isEqualTo("No appointment is in this list");
    }

    @ParameterizedTest
    @CsvSource({"Eva Lang, true", "Dr. Eva Lang, true", "'LANG, EVA', true", "Jan Kurz, false", "Eva, true",
            "'', false"})
    void mineIsWhatNamesMeHoweverItIsWritten(String me, boolean mine) {
        bench.workplace().profile().section(Person.SECTION, Person.class, Person.UNKNOWN).set(new Person(me));
        show(ReadingList.ALL.ofMine(true));
        assertThat(shown().contains("A1")).isEqualTo(mine);
        assertThat(shown()).doesNotContain("A2");
    }

    @Test
    void whatIsPinnedIsOnTop() {
        assertThat(inOrder()).containsExactly("A4", "A1", "A2", "A3");
    }

    @Test
    void groupsStandByVerdictUnderTheirHeads() {
        lists.profileProperty().set(lists.profileProperty().get().groupedBy(true));

        assertThat(inOrder()).containsExactly("group HELD", "A2", "group FAILED", "A3", "group READY", "A4", "A1");
        assertThat(((TodayLine.GroupLine) model.rows()
                .stream()
                .filter(row -> row.value().key().equals("group READY"))
                .findFirst()
                .orElseThrow()
                .line()).title()).isEqualTo("Ready · 2");
    }

    @Test
    void aFoldedGroupShowsItsHeadAloneAndStaysFolded() {
        lists.profileProperty().set(lists.profileProperty().get().groupedBy(true));
        lists.fold(ReadinessVerdict.READY);
        assertThat(inOrder()).containsExactly("group HELD", "A2", "group FAILED", "A3", "group READY");

        TodayModel later = new TodayModel(bench.workplace());
        later.show(Snapshots.of(appointment("B1", "A^B", ReadinessVerdict.READY)));
        assertThat(later.rows()).extracting(row -> row.value().key()).containsExactly("group READY");

        lists.fold(ReadinessVerdict.READY);
        assertThat(shown()).contains("A1", "A4");
    }

    @Test
    void aRowKeepsItsPlaceInTheSelectionWhenItsGroupChanges() {
        lists.profileProperty().set(lists.profileProperty().get().groupedBy(true));
        Row<TodayItem, TodayLine> row = model.rows()
                .stream()
                .filter(one -> one.value().key().equals("A2"))
                .findFirst()
                .orElseThrow();
        AppointmentView ready = appointment("A2", "Öztürk^Aylin", "MR", "MR Knie", 20, ReadinessVerdict.READY, null);

        model.show(Snapshots.of(ready));

        assertThat(model.rows()).contains(row);
        assertThat(inOrder()).containsExactly("group READY", "A2");
    }

    @Test
    void aFilterIsSavedRenamedDeletedAndBroughtBack() {
        ReadingList chest = ReadingList.ALL.ofModalities(Set.of("CT")).saying("thorax").named("Chest");
        lists.saved().save(chest);
        lists.saved().save(ReadingList.ALL.ofMine(true).named("Me"));
        assertThat(new TodayModel(bench.workplace()).lists().saved().all()).extracting(ReadingList::name)
                .containsExactly("Chest", "Me");

        lists.saved().rename("Chest", "CT chest");
        assertThat(lists.saved().all().getFirst()).isEqualTo(chest.named("CT chest"));

        Runnable back = lists.saved().delete("CT chest");
        assertThat(lists.saved().all()).extracting(ReadingList::name).containsExactly("Me");
        back.run();
        assertThat(lists.saved().all()).extracting(ReadingList::name).containsExactly("CT chest", "Me");
    }

    @Test
    void savingUnderAKnownNameReplaces() {
        lists.saved().save(ReadingList.ALL.ofMine(true).named("X"));
        lists.saved().save(ReadingList.ALL.ofSection("House 1").named("X"));
        assertThat(lists.saved().all()).containsExactly(ReadingList.ALL.ofSection("House 1").named("X"));
    }

    @Test
    void goingToAnAppointmentThatTheListLeavesOutShowsEverything() {
        show(ReadingList.ALL.ofSection("House 1"));
        model.select("A2");
        assertThat(model.selectedProperty().get().value().key()).isEqualTo("A2");
        assertThat(lists.listProperty().get()).isEqualTo(ReadingList.ALL);
    }

    @Test
    void countsWhatAListHolds() {
        assertThat(lists.count(ReadingList.ALL.ofModalities(Set.of("CT")))).isEqualTo(2);
        assertThat(lists.modalities()).containsExactly("CT", "DX", "MR", "PT");
        assertThat(lists.sections()).containsExactly("House 1", "House 3");
    }

    @Test
    void aListThatWasDeletedComesBackBesideWhatWasChangedSince() {
        SavedLists saved = lists.saved();
        saved.save(ReadingList.ALL.saying("knie").named("Knees"));
        saved.save(ReadingList.ALL.saying("hand").named("Hands"));
        Runnable back = saved.delete("Knees");
        saved.save(ReadingList.ALL.saying("thorax").named("Chests"));
        saved.rename("Hands", "Fingers");

        back.run();
        back.run();

        assertThat(saved.all()).extracting(ReadingList::name).containsExactly("Knees", "Fingers", "Chests");
    }

    @Test
    void aNameThatWasTakenSinceIsKeptByWhoTookIt() {
        SavedLists saved = lists.saved();
        saved.save(ReadingList.ALL.saying("knie").named("Knees"));
        Runnable back = saved.delete("Knees");
        saved.save(ReadingList.ALL.saying("knee").named("Knees"));

        back.run();

        assertThat(saved.all()).containsExactly(ReadingList.ALL.saying("knee").named("Knees"));
    }
}
